// What a called department was shown, on the page of its call.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, fileSize } from "../../lib/fmt";
import { useAsk } from "../../lib/server";
import { Bidi, Card, Facts, Modal, ProblemCard, Stack } from "../../ui";
import { Look } from "./Look";
import { calledPaper } from "./naming";
import { PaperGrid } from "./PaperGrid";
import type { ShownPapers as Shown } from "./shapes";

export function ShownPapers({ call }: { call: string }) {
  const { t } = useTranslation("papers");
  const { data, error, refetch } = useAsk<Shown>(`/calls/${call}/papers`);
  const [seen, setSeen] = useState<string | null>(null);
  if (error && !data)
    return (
      <Card title={t("shown.toYou")}>
        <ProblemCard error={error} retry={() => void refetch()} />
      </Card>
    );
  if (!data || data.papers.length === 0) return null;
  const chosen = data.papers.find((one) => one.id === seen);
  return (
    <Card title={t("shown.toYou")}>
      <PaperGrid papers={data.papers} base={`/calls/${call}/papers`} label={t("shown.toYou")} open={setSeen} />
      <Modal
        open={chosen !== undefined}
        onClose={() => setSeen(null)}
        title={chosen && <Bidi>{calledPaper(chosen)}</Bidi>}
        size="xl"
      >
        {chosen && (
          <Stack gap={4}>
            <Look paper={chosen} src={`/api/calls/${call}/papers/${chosen.id}/content`} name={calledPaper(chosen)} />
            <Facts
              rows={[
                { name: t("add.kind"), value: chosen.kind_name },
                { name: t("about.added"), value: dateTime(chosen.added_at) },
                { name: t("about.what"), value: fileSize(chosen.size) },
              ]}
            />
          </Stack>
        )}
      </Modal>
    </Card>
  );
}
