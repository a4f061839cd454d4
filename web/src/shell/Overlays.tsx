import { lazy, Suspense, useEffect, useState } from "react";
import { useAsked } from "../ui/confirm";
import { onFirstToast } from "../ui/toast";

const Questions = lazy(() => import("../ui/Questions").then((file) => ({ default: file.Questions })));
const Toasts = lazy(() => import("../ui/Toasts").then((file) => ({ default: file.Toasts })));

/** The places of questions and toasts, brought in when the first one comes. */
export function Overlays() {
  const asked = useAsked() !== null;
  const [asking, setAsking] = useState(false);
  const [saying, setSaying] = useState(false);
  if (asked && !asking) setAsking(true);
  useEffect(() => onFirstToast(() => setSaying(true)), []);
  return (
    <Suspense fallback={null}>
      {asking && <Questions />}
      {saying && <Toasts />}
    </Suspense>
  );
}
