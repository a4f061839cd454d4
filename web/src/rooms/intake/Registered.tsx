import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useAsk } from "../../lib/server";
import { Bidi, Button, Card, Page, ProblemCard, Skeleton } from "../../ui";
import { Following } from "../papers/Following";
import type { FileView, ReceiptCode, Twins } from "../shared/shapes";
import { useShownOnce } from "../shared/shownOnce";
import { Receipts } from "./Receipts";
import { TwinsToMerge } from "./Twins";

interface DoneProps {
  title: string;
  /** Where one begins with another one. */
  again: { to: string; label: string };
  withTwins?: boolean;
}

/** What was just written down: its receipts, shown once, and the way to its file. */
function Done({ title, again, withTwins = false }: DoneProps) {
  const { t } = useTranslation("intake");
  const { dispute = "" } = useParams();
  const { shown: codes, known } = useShownOnce<ReceiptCode[]>();
  const { data: file, error, refetch } = useAsk<FileView>(`/disputes/${dispute}`);
  const nameOf = (party: string) => file?.dispute.parties.find((one) => one.id === party)?.name;
  if (error && !file)
    return (
      <Page title={title}>
        <ProblemCard error={error} retry={() => void refetch()} />
      </Page>
    );
  return (
    <Page
      title={title}
      subtitle={
        file && (
          <>
            {file.kind_name} · {file.place_name}
            {file.number && (
              <>
                {" · "}
                <Bidi>{file.number}</Bidi>
              </>
            )}
          </>
        )
      }
      actions={
        <>
          <Button to={again.to}>{again.label}</Button>
          <Button kind="primary" to={`/desk/disputes/${dispute}`}>
            {t("result.open")}
          </Button>
        </>
      }
    >
      {file?.lacks.map((one) => (
        <Card key={one.party} tone="warn">
          <p>{one.says}</p>
        </Card>
      ))}
      {file && <Following file={file} />}
      {withTwins && file && <MaybeTwins file={file} />}
      {codes && <Receipts codes={codes} nameOf={nameOf} />}
      {!codes && !known && <Skeleton shape="cards" count={2} />}
      {!codes && known && (
        <Card title={t("receipts.title")} tone="info">
          <p>{t("receipts.gone")}</p>
        </Card>
      )}
    </Page>
  );
}

function MaybeTwins({ file }: { file: FileView }) {
  const { t } = useTranslation("intake");
  const { data } = useAsk<Twins>(`/disputes/${file.id}/twins`);
  if (!data) return null;
  if (data.twins.length > 0) return <TwinsToMerge file={file} twins={data.twins} />;
  return <p className="dim">{t("result.noTwins")}</p>;
}

/** A request was registered. */
export function Registered() {
  const { t } = useTranslation("intake");
  return <Done title={t("result.title")} again={{ to: "/desk/intake/new", label: t("result.another") }} withTwins />;
}

/** A quarrel settled on the spot was recorded. */
export function Spotted() {
  const { t } = useTranslation("intake");
  return <Done title={t("spot.done")} again={{ to: "/desk/on-the-spot", label: t("spot.another") }} />;
}
