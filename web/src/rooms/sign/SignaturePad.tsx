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
  const drawing = useRef(false);
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
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    onChange(withDot([...value, []], dot(event)));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (drawing.current) onChange(withDot(value, dot(event)));
  };
  const end = () => {
    drawing.current = false;
  };
  return (
    <div>
      <div className={css.padHead}>
        <span id={`${id}-label`} data-legend-for={id}>
          {t("draw")}
        </span>
        <Button
          kind="quiet"
          icon={<Eraser size={16} aria-hidden />}
          disabled={value.length === 0}
          onClick={() => onChange([])}
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
        aria-label={t(value.length > 0 ? "padDrawn" : "padEmpty")}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
