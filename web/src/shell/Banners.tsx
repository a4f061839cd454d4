import { lazy, Suspense } from "react";
import { useDemo } from "../rooms/demo/demo";
import { Offline } from "./Offline";

const DemoBar = lazy(() => import("../rooms/demo/DemoBar").then((file) => ({ default: file.DemoBar })));

/** Bars below the header of both shells, most urgent first. */
export function Banners() {
  const demo = useDemo();
  return (
    <>
      <Offline />
      {demo && (
        <Suspense fallback={<i hidden data-coming />}>
          <DemoBar demo={demo} />
        </Suspense>
      )}
    </>
  );
}
