// A voice note, recorded on the page: the time is seen while it runs, and it can be heard before it
// is sent. Where there is no microphone, or nobody lets us use it, a file is the other way.
import { Mic, Square } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Row } from "../../ui";
import css from "./papers.module.css";
import type { Queue } from "./queue";

const types = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const endings: Record<string, string> = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };

const mayRecord = () => typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;

export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!running) return;
    const began = performance.now();
    setSeconds(0);
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 250);
    return () => clearInterval(tick);
  }, [running]);
  return seconds;
}

const hush = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

export function Recorder({ queue }: { queue: Queue }) {
  const { t } = useTranslation("papers");
  const recorder = useRef<MediaRecorder | null>(null);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const { add, record, recording: running } = queue;
  const seconds = useSeconds(running);
  const stop = useCallback(() => recorder.current?.stop(), []);
  // Whether a voice note may begin: asked when the permission comes, which may take its time.
  const alive = useRef(false);
  const wanted = useRef(true);
  wanted.current = !queue.busy;
  useEffect(() => {
    alive.current = true;
    return () => {
      // Leaving the page ends the recording; what was said so far is not sent by itself.
      alive.current = false;
      const left = recorder.current;
      if (!left) return;
      left.onstop = null;
      hush(left.stream);
      record(false);
    };
  }, [record]);
  const start = async () => {
    setRefused(false);
    setAsking(true);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (!alive.current || !wanted.current) return hush(stream);
      const type = types.find((one) => MediaRecorder.isTypeSupported(one));
      const made = new MediaRecorder(stream, type ? { mimeType: type } : undefined);
      const pieces: Blob[] = [];
      made.ondataavailable = ({ data }) => pieces.push(data);
      made.onstop = () => {
        hush(stream);
        recorder.current = null;
        record(false);
        const plain = (made.mimeType || type || "audio/webm").split(";")[0] ?? "audio/webm";
        add([new File(pieces, `${t("record.name")}.${endings[plain] ?? "webm"}`, { type: plain })]);
      };
      recorder.current = made;
      made.start();
      record(true);
    } catch {
      setRefused(true);
    } finally {
      setAsking(false);
    }
  };
  if (!mayRecord()) return null;
  return (
    <Row gap={2}>
      {running ? (
        <>
          <Button kind="primary" icon={<Square size={18} aria-hidden />} onClick={stop}>
            {t("record.stop")}
          </Button>
          <span className={css.recording} role="timer">
            <span className={css.dot} aria-hidden />
            {t("record.running", { time: minutes(seconds) })}
          </span>
        </>
      ) : (
        <Button icon={<Mic size={18} aria-hidden />} disabled={queue.busy || asking} onClick={() => void start()}>
          {t("record.start")}
        </Button>
      )}
      {refused && <span role="status">{t("record.refused")}</span>}
    </Row>
  );
}
