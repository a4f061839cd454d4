import { useTranslation } from "react-i18next";
import { Card } from "../../ui";
import { useDemo } from "./demo";
import { Faces } from "./Faces";

/** On the sign-in page of the demo: the people one can be. Nothing elsewhere. */
export function DemoFaces() {
  const { t } = useTranslation("door");
  const demo = useDemo();
  if (!demo) return null;
  return (
    <Card title={t("demo.choose")}>
      <Faces faces={demo.faces} />
    </Card>
  );
}
