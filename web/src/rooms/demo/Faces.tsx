import { useTranslation } from "react-i18next";
import type { Face } from "./demo";
import css from "./demo.module.css";
import { useFaces } from "./useFaces";

/** The people of the demo and what each could try: one click and you are that person. */
export function Faces({ faces }: { faces: Face[] }) {
  const { t } = useTranslation("door");
  const { busy, go } = useFaces();
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
            onClick={() => go(face)}
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
