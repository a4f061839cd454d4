// A paper to be looked at or heard: pictures grow and turn, sound plays, a PDF file opens beside the
// page; whatever might run something is only handed out to be saved.
import { Download, ExternalLink, RotateCw, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { percent } from "../../lib/fmt";
import { Button, Row, Stack } from "../../ui";
import css from "./papers.module.css";
import type { Paper } from "./shapes";

const steps = [1, 1.5, 2, 3, 4, 6];

interface Props {
  paper: Paper;
  /** The address of its content, or of a copy of it on this page. */
  src: string;
  name: string;
}

export function Look({ paper, src, name }: Props) {
  const { t } = useTranslation("papers");
  if (paper.type.startsWith("image/")) return <Picture src={src} name={name} />;
  if (paper.type.startsWith("audio/"))
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what is said in a recording
      <audio className={css.player} controls preload="metadata" src={src} aria-label={t("hear", { name })} />
    );
  if (paper.active)
    return (
      <Stack gap={2}>
        <p>{t("pdf.active")}</p>
        <Row>
          <Button icon={<Download size={18} aria-hidden />} file={src}>
            {t("pdf.save")}
          </Button>
        </Row>
      </Stack>
    );
  return (
    <Row>
      <Button kind="primary" icon={<ExternalLink size={18} aria-hidden />} file={src}>
        {t("pdf.open")}
      </Button>
    </Row>
  );
}

function Picture({ src, name }: { src: string; name: string }) {
  const { t } = useTranslation("papers");
  const [size, setSize] = useState(0);
  const [turn, setTurn] = useState(0);
  const scale = steps[size] ?? 1;
  const larger = () => setSize((before) => Math.min(before + 1, steps.length - 1));
  const smaller = () => setSize((before) => Math.max(before - 1, 0));
  const quarter = () => setTurn((before) => (before + 90) % 360);
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = { "+": larger, "=": larger, "-": smaller, r: quarter, R: quarter, "0": () => setSize(0) }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <Stack gap={2}>
      <Row gap={2}>
        <Button icon={<ZoomIn size={18} aria-hidden />} keys="+" disabled={size === steps.length - 1} onClick={larger}>
          {t("picture.larger")}
        </Button>
        <Button icon={<ZoomOut size={18} aria-hidden />} keys="-" disabled={size === 0} onClick={smaller}>
          {t("picture.smaller")}
        </Button>
        <Button icon={<RotateCw size={18} aria-hidden />} keys="r" onClick={quarter}>
          {t("picture.turn")}
        </Button>
        <span className="dim" role="status">
          {percent(scale, 0)}
          {turn !== 0 && ` · ${t("picture.turned", { degrees: turn })}`}
        </span>
      </Row>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than its frame is moved with the arrow keys */}
      <section className={css.frame} tabIndex={0} aria-label={t("picture.frame")} onKeyDown={keys}>
        <img
          className={css.picture}
          data-lying={turn % 180 !== 0 || undefined}
          src={src}
          alt={name}
          style={{ inlineSize: `${scale * 100}%`, transform: `rotate(${turn}deg)` }}
        />
      </section>
    </Stack>
  );
}
