import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import css from "./shell.module.css";

function watch(tell: () => void): () => void {
  addEventListener("online", tell);
  addEventListener("offline", tell);
  return () => {
    removeEventListener("online", tell);
    removeEventListener("offline", tell);
  };
}

/** An amber bar while there is no network. */
export function Offline() {
  const { t } = useTranslation("common");
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return (
    <div role="status" className="no-print">
      {!online && (
        <div className={css.offline}>
          <WifiOff size={18} aria-hidden />
          {t("offline")}
        </div>
      )}
    </div>
  );
}
