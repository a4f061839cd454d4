// Packages of open papers that came to this agency, each with its sums.
import { FileArchive } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dateTime } from "../../lib/fmt";
import { byId, rowsOf, useOnward } from "../../lib/onward";
import { Bidi, Button, Card, Empty, Facts, Onward, Page, ProblemCard, Row, Skeleton, Stack } from "../../ui";
import { SignedIn } from "../informant/guard";
import type { ReceivedPackage, ReceivedPackages } from "../shared/shapes";
import { AgencyNav } from "./AgencyNav";
import css from "./agency.module.css";

export function Received() {
  return (
    <SignedIn who="agency_officer">
      <List />
    </SignedIn>
  );
}

function List() {
  const { t } = useTranslation("agency");
  const list = useOnward<ReceivedPackages>("/packages");
  const packages = rowsOf(list, (page) => page.packages, byId);
  return (
    <Page title={t("received.title")} subtitle={t("received.says")}>
      <AgencyNav />
      {list.error && !packages && <ProblemCard error={list.error} retry={() => void list.refetch()} />}
      {!packages && !list.error && <Skeleton shape="cards" count={2} />}
      {packages?.length === 0 && (
        <Card>
          <Empty>{t("received.none")}</Empty>
        </Card>
      )}
      {packages && (
        <Onward list={list} items={packages} itemKey={byId} gap={4}>
          {(one) => <One one={one} />}
        </Onward>
      )}
    </Page>
  );
}

function One({ one }: { one: ReceivedPackage }) {
  const { t } = useTranslation("agency");
  return (
    <Card title={<Bidi>{one.reference || one.number}</Bidi>}>
      <Stack gap={3}>
        <Facts
          rows={[
            { name: t("received.from"), value: one.from },
            { name: t("number"), value: one.number && <Bidi>{one.number}</Bidi> },
            { name: t("received.at"), value: dateTime(one.sent_at) },
            { name: t("received.basis"), value: one.basis },
            { name: t("received.reason"), value: one.reason },
            { name: t("received.hash"), value: <code className={css.hash}>{one.hash}</code> },
          ]}
        />
        <details>
          <summary>{t("received.files", { count: one.files.length })}</summary>
          <ul>
            {one.files.map((file) => (
              <li key={file.name}>
                {file.title || file.name} <span className="dim">{file.name}</span>
              </li>
            ))}
          </ul>
        </details>
        <Row>
          <Button icon={<FileArchive size={18} aria-hidden />} file={`/api/packages/${one.id}.zip`}>
            {t("received.download")}
          </Button>
        </Row>
        <p className="dim">{t("received.check")}</p>
      </Stack>
    </Card>
  );
}
