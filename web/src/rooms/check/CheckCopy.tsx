import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX, FileSearch, FileUp } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { agreementIn, digestOf } from "../../lib/bareText";
import { now } from "../../lib/clock";
import { date, dateTime } from "../../lib/fmt";
import { tell } from "../../lib/server";
import type { components } from "../../schema";
import { Bidi, Button, Card, Facts, Page, ProblemCard, Skeleton, Stack, TextAreaField } from "../../ui";
import css from "./check.module.css";

type CheckedCopy = components["schemas"]["documents.CheckedCopy"];

const tones = { unregistered: "warn", effective: "ok", changed: "warn", invalid: "danger" } as const;

/** Whoever holds a copy of an agreement reads here whether it is registered, and checks its text. */
export function CheckCopy() {
  const { t } = useTranslation("copy");
  const { token = "" } = useParams();
  const answer = useQuery({
    queryKey: ["copy", token],
    queryFn: () => tell<CheckedCopy>("/check/agreement", { token }),
    retry: false,
  });
  const copy = answer.data;
  return (
    <Page title={t("title")}>
      {answer.error ? (
        <ProblemCard error={answer.error} retry={() => void answer.refetch()} />
      ) : !copy ? (
        <Skeleton shape="cards" count={2} />
      ) : (
        <>
          <Card tone={tones[copy.state]}>
            <Stack gap={3}>
              <h2 aria-live="polite" className={css.state}>
                {copy.state === "effective" ? <CircleCheck size={26} aria-hidden /> : <CircleX size={26} aria-hidden />}
                {t(`state.${copy.state}`)}
              </h2>
              <p>{t(`says.${copy.state}`)}</p>
              <Facts
                rows={[
                  { name: t("organisation"), value: copy.organisation_name },
                  { name: t("number"), value: copy.number && <Bidi>{copy.number}</Bidi> },
                  { name: t("effectiveOn"), value: copy.effective_on && date(copy.effective_on) },
                  { name: t("pages"), value: String(copy.pages) },
                  { name: t("obligations"), value: String(copy.obligations) },
                  {
                    name: t("digest"),
                    value: copy.digest && (
                      <span className={css.digest}>
                        <Bidi>{copy.digest}</Bidi>
                      </span>
                    ),
                  },
                ]}
              />
              {copy.digest && <p className="dim">{t("digestSays")}</p>}
              <p className="dim">{t("asOf", { when: dateTime(now()) })}</p>
            </Stack>
          </Card>
          {copy.texts.length > 0 && <CheckText copy={copy} />}
        </>
      )}
      <Card>
        <p>{t("free")}</p>
      </Card>
    </Page>
  );
}

type Verdict = "same" | "chinese" | "second" | "differs" | "unreadable" | "cannot";

/** Nothing of the text leaves this device: it is compared by its digest here. */
async function verdictOn(texts: string[], copy: CheckedCopy): Promise<Verdict> {
  if (!globalThis.crypto?.subtle) return "cannot";
  const digests = await Promise.all(texts.map((one) => digestOf(agreementIn(one))));
  const [chinese, second] = copy.texts.map((one) => digests.includes(one.digest));
  if (chinese) return second === false ? "chinese" : "same";
  return second ? "second" : "differs";
}

function CheckText({ copy }: { copy: CheckedCopy }) {
  const { t } = useTranslation("copy");
  const [text, setText] = useState("");
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  // A long file may be read when another text is already in the box: then nobody asks for its verdict.
  const run = useRef(0);
  const forget = () => {
    run.current += 1;
    setVerdict(null);
    setBusy(false);
  };
  const compare = async (words: Promise<string[] | null>) => {
    forget();
    const mine = run.current;
    setBusy(true);
    const found = await words;
    const said = found === null ? "unreadable" : await verdictOn(found, copy).catch(() => "cannot" as const);
    if (run.current !== mine) return;
    setVerdict(said);
    setBusy(false);
  };
  const open = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    event.currentTarget.value = "";
    if (!chosen) return;
    void compare(
      Promise.all([import("../../lib/pdfText"), chosen.arrayBuffer()])
        .then(([reader, bytes]) => reader.textOfPdf(new Uint8Array(bytes)))
        .then(({ first, second }) => [first, second])
        .catch(() => null),
    );
  };
  const good = verdict === "same";
  const half = verdict === "chinese" || verdict === "second";
  return (
    <Card title={t("check.title")}>
      <Stack gap={4}>
        <p>{t("check.says")}</p>
        <div>
          <Button icon={<FileUp size={18} aria-hidden />} busy={busy} onClick={() => file.current?.click()}>
            {t("check.file")}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            tabIndex={-1}
            aria-label={t("check.file")}
            accept="application/pdf,.pdf"
            onChange={open}
          />
        </div>
        <TextAreaField
          label={t("check.paste")}
          hint={t("check.pasteHint")}
          rows={5}
          value={text}
          onChange={(one) => {
            setText(one);
            forget();
          }}
        />
        <div>
          <Button
            kind="primary"
            icon={<FileSearch size={18} aria-hidden />}
            busy={busy}
            disabled={text.trim() === ""}
            onClick={() => void compare(Promise.resolve([text]))}
          >
            {t("check.verb")}
          </Button>
        </div>
        <div role="status">
          {verdict && (
            <p className={css.verdict} data-good={good || undefined} data-half={half || undefined}>
              {good && <CircleCheck size={22} aria-hidden />}
              {half && <FileSearch size={22} aria-hidden />}
              {!good && !half && <CircleX size={22} aria-hidden />}
              <strong>{t(`verdict.${verdict}`)}</strong>
            </p>
          )}
        </div>
        <details>
          <summary>{t("rule.title")}</summary>
          <p>{t("rule.says")}</p>
        </details>
      </Stack>
    </Card>
  );
}
