import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toastProblem } from "../../ui";
import { become, type Face } from "./demo";
import css from "./demo.module.css";

/** The people of the demo: one click and you are that person. */
export function Faces({ faces }: { faces: Face[] }) {
  const { t } = useTranslation("door");
  const [busy, setBusy] = useState(false);
  const go = async (face: Face) => {
    setBusy(true);
    try {
      await become(face);
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ul className={css.faces} aria-label={t("demo.faces")}>
      {faces.map((face) => (
        <li key={face.key}>
          <button
            type="button"
            className={css.face}
            data-face={face.key}
            aria-pressed={face.signed_in}
            disabled={busy}
            onClick={() => void go(face)}
          >
            <strong>
              <bdi>{face.name}</bdi> · {face.title}
            </strong>
            <small>{face.try_this}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
