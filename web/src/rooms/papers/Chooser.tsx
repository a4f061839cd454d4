// How files come onto the page: chosen, dropped, photographed or recorded; and the list of those
// that were chosen, with what became of each.
import { Camera, CircleAlert, CircleCheck, RotateCw, Upload, X } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "../../lib/fmt";
import { Bidi, Button, IconButton, Row, Stack } from "../../ui";
import css from "./papers.module.css";
import { type Item, type Queue, tooLarge } from "./queue";
import { Recorder } from "./Recorder";
import { accepted } from "./send";

interface Props {
  queue: Queue;
  hint?: ReactNode;
}

export function Chooser({ queue, hint }: Props) {
  const { t } = useTranslation("papers");
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!queue.busy) queue.add([...event.dataTransfer.files]);
  };
  const input = (ref: typeof files, name: string, more: object) => (
    <input
      ref={ref}
      type="file"
      className={css.hiddenInput}
      tabIndex={-1}
      aria-label={name}
      onChange={(event) => {
        queue.add([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = "";
      }}
      {...more}
    />
  );
  return (
    <Stack gap={3}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first */}
      <div
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Row gap={2}>
          <Button
            icon={<Upload size={18} aria-hidden />}
            disabled={queue.busy}
            aria-describedby={id}
            onClick={() => files.current?.click()}
          >
            {t("choose.files")}
          </Button>
          <Button icon={<Camera size={18} aria-hidden />} disabled={queue.busy} onClick={() => camera.current?.click()}>
            {t("choose.photo")}
          </Button>
          <Recorder queue={queue} />
        </Row>
        <p id={id} className="dim">
          {hint ?? t("choose.hint")}
        </p>
        {input(files, t("choose.files"), { multiple: true, accept: accepted })}
        {input(camera, t("choose.photo"), { accept: "image/*", capture: "environment" })}
      </div>
      {queue.items.length > 0 && <Chosen queue={queue} />}
    </Stack>
  );
}

export function Chosen({ queue }: { queue: Queue }) {
  const { t } = useTranslation("papers");
  return (
    <ul className={css.chosen} aria-label={t("choose.chosen")}>
      {queue.items.map((item) => (
        <One key={item.id} item={item} busy={queue.busy} remove={() => queue.remove(item.id)} />
      ))}
    </ul>
  );
}

/** A small picture or a player of what was chosen, before it is sent. */
function Preview({ file }: { file: File }) {
  const { t } = useTranslation("papers");
  const shown = file.type.startsWith("image/") || file.type.startsWith("audio/");
  const url = useMemo(() => (shown ? URL.createObjectURL(file) : ""), [file, shown]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  if (!shown) return null;
  if (file.type.startsWith("audio/"))
    // biome-ignore lint/a11y/useMediaCaption: a recording of one's own, just made, has no captions
    return <audio className={css.player} controls src={url} aria-label={t("hear", { name: file.name })} />;
  return <img className={css.tiny} src={url} alt="" />;
}

function One({ item, busy, remove }: { item: Item; busy: boolean; remove: () => void }) {
  const { t } = useTranslation("papers");
  const { file, state } = item;
  const large = tooLarge(file);
  return (
    <li className={css.item} data-state={large ? "failed" : state}>
      <Preview file={file} />
      <div className={css.itemWords}>
        <Bidi>{file.name}</Bidi> <span className="dim">{fileSize(file.size)}</span>
        {state === "sending" && (
          <progress
            className={css.progress}
            max={1}
            value={item.share}
            aria-label={t("sending", { name: file.name })}
          />
        )}
        <div aria-live="polite">
          {state === "done" && (
            <span className={css.ok}>
              <CircleCheck size={16} aria-hidden /> {t("state.done")}
            </span>
          )}
          {large && (
            <span className={css.bad}>
              <CircleAlert size={16} aria-hidden /> {t("state.tooLarge")}
            </span>
          )}
          {state === "failed" && item.problem && (
            <span className={css.bad}>
              <RotateCw size={16} aria-hidden /> {item.problem.fields[0]?.detail ?? item.problem.detail}
            </span>
          )}
        </div>
      </div>
      {state !== "done" && !busy && (
        <IconButton label={t("remove", { name: file.name })} icon={<X size={18} />} onClick={remove} />
      )}
    </li>
  );
}
