import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { articleOf, dateTime } from "../../lib/fmt";
import { tell } from "../../lib/server";
import {
  Bidi,
  Button,
  Card,
  Deadline,
  Facts,
  Page,
  ProblemCard,
  SelectField,
  Skeleton,
  Stack,
  Timeline,
  toastProblem,
} from "../../ui";
import { MyPapers } from "../papers/MyPapers";
import { useCatalogue } from "../shared/catalogue";
import type { Matter } from "../shared/shapes";
import { Answer } from "./Answer";
import { Complaints } from "./Complaints";
import { codeInAddress } from "./code";
import { MyMediator } from "./MyMediator";
import { MyRoads } from "./MyRoads";
import css from "./matter.module.css";
import { OwnCalendar } from "./OwnCalendar";
import { Promises } from "./Promises";

// The public legal service line: shown where nobody who is answerable has a number of their own.
const hotline = "12348";

// Nobody has to be spoken with any more.
const over: Matter["stage"][] = ["archived", "advised", "refused", "transferred"];

function useCode(): string {
  const [code, setCode] = useState(() => codeInAddress());
  useEffect(() => {
    const look = () => setCode(codeInAddress());
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  return code;
}

/** One's own matter in plain words, by the code of the receipt. */
export function My() {
  const { t, i18n } = useTranslation("matter");
  const code = useCode();
  const navigate = useNavigate();
  const queryKey = ["matter", code, i18n.language];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => tell<Matter>("/my/matter", { code }),
    enabled: code !== "",
    refetchInterval: 60_000,
    retry: false,
  });
  const queries = useQueryClient();
  useEffect(() => {
    if (code === "") void navigate("/track", { replace: true });
  }, [code, navigate]);
  if (error && !data)
    return (
      <Page title={t("track.title")} back={{ to: "/track", label: t("track.title") }}>
        <ProblemCard error={error} retry={() => void refetch()} />
      </Page>
    );
  if (!data)
    return (
      <Page title={t("my.title")}>
        <Skeleton shape="cards" count={3} />
      </Page>
    );
  const change = (next: Matter) => {
    // A question that is still under way would answer with what was before.
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, next);
  };
  return <Shown matter={data} code={code} change={change} />;
}

interface ShownProps {
  matter: Matter;
  code: string;
  change: (next: Matter) => void;
}

function Shown({ matter, code, change }: ShownProps) {
  const { t } = useTranslation("matter");
  const { word } = useCatalogue();
  const late = [...matter.milestones].reverse();
  return (
    <Page
      title={matter.stage_says}
      subtitle={
        <>
          {matter.kind_name} · {matter.place_name}
          {matter.number && (
            <>
              {" · "}
              <Bidi>{matter.number}</Bidi>
            </>
          )}
        </>
      }
      back={{ to: "/track", label: t("track.title") }}
    >
      <Duty matter={matter} code={code} change={change} />
      <ToSign matter={matter} code={code} />
      <Next matter={matter} />
      <MyMediator matter={matter} code={code} change={change} />
      <OwnCalendar code={code} stands={`${matter.stage} ${matter.my_consent}`} />
      {matter.promises.length > 0 && <Promises matter={matter} code={code} change={change} />}
      <MyRoads matter={matter} code={code} />
      <Ending matter={matter} />
      <MyPapers code={code} />
      <Card title={t("milestones")}>
        <Timeline
          label={t("milestones")}
          items={late.map((one) => ({ id: one.says + one.at, at: one.at, title: one.says }))}
        />
      </Card>
      <Card title={t("parties")}>
        <Facts
          rows={[
            { name: t(`side.${matter.side}`), value: t("you", { name: matter.my_name }) },
            { name: t("word"), value: word("consent", matter.my_consent) },
            { name: t("others"), value: matter.others.join(" · ") },
          ]}
        />
      </Card>
      <Complaints matter={matter} code={code} change={change} />
      <Openings matter={matter} />
      {!over.includes(matter.stage) && <Speaking matter={matter} code={code} change={change} />}
    </Page>
  );
}

/** How it ended without mediation: what the desk advised, why it was not taken, who has it now, other roads. */
function Ending({ matter }: { matter: Matter }) {
  const { t } = useTranslation("matter");
  return (
    <>
      {matter.advice && (
        <Card title={t("advice.title")} tone="info">
          <Stack gap={2}>
            {matter.ended_because && <p className="dim">{matter.ended_because}</p>}
            <p className={css.words}>{matter.advice}</p>
            <p className="dim">{t("advice.says")}</p>
          </Stack>
        </Card>
      )}
      {!matter.advice && matter.ended_because && (
        <Card title={t("because.title")}>
          <Stack gap={2}>
            <p>{matter.ended_because}</p>
            {matter.handed_to && (
              <p>
                {t("because.handedTo", { body: matter.handed_to })}
                {matter.handed_to_phone && (
                  <>
                    {" · "}
                    <a href={`tel:${matter.handed_to_phone}`}>
                      <Bidi>{matter.handed_to_phone}</Bidi>
                    </a>
                  </>
                )}
              </p>
            )}
          </Stack>
        </Card>
      )}
      {matter.remedies.length > 0 && (
        <Card title={t("remedies.title")}>
          <p>{t("remedies.says")}</p>
          <ul>
            {matter.remedies.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What you need to do; when there is nothing, that is said too. */
function Duty({ matter, code, change }: ShownProps) {
  const { t } = useTranslation("matter");
  const tone = matter.duty === "wait" || matter.duty === "nothing" ? "ok" : "brand";
  return (
    <Card title={t("duty")} tone={tone}>
      <Stack gap={3}>
        <p aria-live="polite">
          <strong>{matter.duty_says}</strong>
        </p>
        {matter.due && (
          <p>
            <Deadline due={matter.due} full />
          </p>
        )}
        {matter.went_into && (
          <p data-went-into>
            <Bidi>{matter.went_into.number}</Bidi> · {matter.went_into.stage_says}
          </p>
        )}
        <Answer matter={matter} code={code} change={change} />
      </Stack>
    </Card>
  );
}

/** An agreement that is being signed, and the way to read and sign it; what is agreed in part. */
function ToSign({ matter, code }: { matter: Matter; code: string }) {
  const { t } = useTranslation("matter");
  const { signing } = matter;
  return (
    <>
      {signing && (
        <Card title={t("signing.title")} tone={signing.may_sign || signing.voided ? "warn" : "info"}>
          <Stack gap={3}>
            {signing.voided && <p>{t("signing.voided")}</p>}
            {signing.signed_at && <p>{t("signing.signed", { when: dateTime(signing.signed_at) })}</p>}
            {signing.may_sign ? (
              <Button kind="primary" wide to={`/my/sign#${code}`}>
                {t("signing.open")}
              </Button>
            ) : (
              !signing.signed_at && <p>{t("signing.waiting")}</p>
            )}
            {signing.missing.length > 0 && (
              <p className="dim">{t("signing.missing", { names: signing.missing.join(t("signing.between")) })}</p>
            )}
          </Stack>
        </Card>
      )}
      {matter.agreed_in_part && (
        <Card title={t("inPart.title")} tone="info">
          <p>{t("inPart.says")}</p>
          {matter.still_open.length > 0 && (
            <>
              <p>{t("inPart.open")}</p>
              <ul>
                {matter.still_open.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
        </Card>
      )}
    </>
  );
}

function Next({ matter }: { matter: Matter }) {
  const { t } = useTranslation("matter");
  return (
    <Card title={t("next.title")}>
      <Facts
        rows={[
          { name: t("next.what"), value: matter.next_says },
          { name: t("next.when"), value: matter.next_due && <Deadline due={matter.next_due} full /> },
          {
            name: t("next.who"),
            value: [matter.person_name, matter.organisation_name].filter(Boolean).join(" · "),
          },
          {
            name: t("next.phone"),
            value: matter.phone && (
              <>
                <a href={`tel:${matter.phone}`}>
                  <Bidi>{matter.phone}</Bidi>
                </a>
                {matter.phone === hotline && <span className="dim"> {t("next.hotline")}</span>}
              </>
            ),
          },
          {
            name: t("next.law"),
            value: matter.article ? articleOf(matter.article) : matter.next_says && t("next.byHouse"),
          },
        ]}
      />
    </Card>
  );
}

/** Who opened the file without working on it. */
function Openings({ matter }: { matter: Matter }) {
  const { t } = useTranslation("matter");
  return (
    <Card title={t("openings.title")}>
      <p className="dim">{t("openings.says")}</p>
      {matter.openings.length === 0 ? (
        <p>{t("openings.nobody")}</p>
      ) : (
        <ul>
          {matter.openings.map((one) => (
            <li key={one.at + one.person_name}>
              <bdi>{dateTime(one.at)}</bdi> · <bdi>{one.person_name}</bdi> · {one.organisation_name}
              {one.reason && (
                <>
                  {" · "}
                  <bdi>{one.reason}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The language in which people speak with this party. */
function Speaking({ matter, code, change }: ShownProps) {
  const { t } = useTranslation("matter");
  const { words } = useCatalogue();
  const choose = async (language: string | null) => {
    if (!language || language === matter.language) return;
    try {
      change(await tell<Matter>("/my/language", { code, language }));
    } catch (error) {
      toastProblem(error);
    }
  };
  return (
    <Card>
      <SelectField
        label={t("language")}
        hint={t("languageHint")}
        required
        options={words("tongue")}
        value={matter.language}
        onChange={(one) => void choose(one)}
      />
    </Card>
  );
}
