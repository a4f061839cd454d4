import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../lib/fmt";
import { ask } from "../../lib/server";
import { Button, Card, Facts, Row, Stack, StatusBadge, toastProblem } from "../../ui";
import css from "./audit.module.css";
import type { Chain as ChainView } from "./shapes";

/** Whether the newest entries are still what was written: each carries the hash of the one before. */
export function Chain() {
  const { t } = useTranslation("audit");
  const [found, setFound] = useState<ChainView | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      setFound(await ask<ChainView>("/audit/chain"));
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t("chain.title")} tone={found ? (found.whole ? "ok" : "danger") : "plain"}>
      <Stack gap={3}>
        <p>{t("chain.says")}</p>
        <div role="status">{found && <Found chain={found} />}</div>
        <Row>
          <Button icon={<ShieldCheck size={18} aria-hidden />} busy={busy} onClick={() => void check()}>
            {t(found ? "chain.again" : "chain.verb")}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Found({ chain }: { chain: ChainView }) {
  const { t } = useTranslation("audit");
  return (
    <Stack gap={3}>
      <Row>
        <StatusBadge tone={chain.whole ? "ok" : "danger"}>
          {t(chain.whole ? "chain.whole" : "chain.broken")}
        </StatusBadge>
      </Row>
      <Facts
        rows={[
          {
            name: t("chain.checked"),
            value: t("chain.range", {
              checked: number(chain.checked),
              first: number(chain.first),
              last: number(chain.last),
            }),
          },
          { name: t("chain.unplaced"), value: chain.unplaced > 0 ? number(chain.unplaced) : "" },
          { name: t("chain.head"), value: <span className={css.mono}>{chain.head}</span> },
        ]}
      />
      {chain.breaks.length > 0 && (
        <ul>
          {chain.breaks.map((one) => (
            <li key={`${one.n} ${one.fault}`}>{one.says}</li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
