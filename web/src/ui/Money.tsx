import { beside, money } from "../lib/fmt";
import { capitalMoney } from "../lib/money";

/** An amount in fen as people read it; `capital` adds the form of agreements (大写). */
export function Money({ fen, capital = false }: { fen: number; capital?: boolean }) {
  return (
    <>
      <bdi className="nowrap num">{money(fen)}</bdi>
      {capital && (
        <>
          {" "}
          <bdi lang="zh-CN" className="dim">
            {beside("", capitalMoney(fen)).trim()}
          </bdi>
        </>
      )}
    </>
  );
}
