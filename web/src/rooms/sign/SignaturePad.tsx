import { Eraser } from "lucide-react";
import { type PointerEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui";
import css from "./sign.module.css";
import { type Dot, dotAt, high, type Strokes, wide, withDot } from "./strokes";

interface PadProps {
  id: string;
  value: Strokes;
  onChange: (strokes: Strokes) => void;
  error?: string;
}

/** A pad for a finger or a mouse. It is never the only way: a typed name beside it is as good. */
export function SignaturePad({ id, value, onChange, error }: PadProps) {
  const { t } = useTranslation("sign");
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Which finger draws: a second one beside it, or the ball of the hand, is no stroke. */
  const drawing = useRef<number | null>(null);
  // A hand is faster than the page is drawn anew: a dot goes on from the one before it.
  const strokes = useRef(value);
  strokes.current = value;
  const put = (next: Strokes) => {
    strokes.current = next;
    onChange(next);
  };
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    pen.clearRect(0, 0, wide, high);
    pen.lineWidth = 5;
    pen.lineCap = "round";
    pen.lineJoin = "round";
    pen.strokeStyle = getComputedStyle(pen.canvas).color;
    for (const stroke of value) {
      pen.beginPath();
      for (const [x, y] of stroke) pen.lineTo(x, y);
      if (stroke.length === 1) pen.lineTo(stroke[0]![0] + 1, stroke[0]![1]);
      pen.stroke();
    }
  }, [value]);
  const dot = (event: PointerEvent<HTMLCanvasElement>): Dot => {
    const pad = event.currentTarget.getBoundingClientRect();
    return dotAt(event.clientX - pad.left, event.clientY - pad.top, pad);
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.preventDefault();
    if (drawing.current !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = event.pointerId;
    put(withDot([...strokes.current, []], dot(event)));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current === event.pointerId) put(withDot(strokes.current, dot(event)));
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current === event.pointerId) drawing.current = null;
  };
  return (
    <div>
      <div className={css.padHead}>
        <span data-legend-for={id}>{t("draw")}</span>
        <Button
          kind="quiet"
          icon={<Eraser size={16} aria-hidden />}
          disabled={value.length === 0}
          onClick={() => put([])}
        >
          {t("redraw")}
        </Button>
      </div>
      <canvas
        ref={canvas}
        id={id}
        className={css.pad}
        width={wide}
        height={high}
        role="img"
        tabIndex={-1}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-label={t(value.length > 0 ? "padDrawn" : "padEmpty")}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {error && (
        <p id={`${id}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
