import { type ComponentType, lazy, Suspense } from "react";
import { Skeleton } from "../ui";

/** A part of a page that comes in a file of its own, when it is first shown. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded = lazy(() => load().then((part) => ({ default: part }))) as unknown as ComponentType<P>;
  return (props: P) => (
    <Suspense fallback={<Skeleton shape="cards" count={2} />}>
      <Loaded {...props} />
    </Suspense>
  );
}

/** Runs once the page has nothing more urgent to do. */
export function whenIdle(run: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 1000);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run, { timeout: 3000 });
  return () => cancelIdleCallback(asked);
}
