// The record is written down; its photos and voice notes follow by themselves. What does not arrive
// stays here with a button to send it again: the record is safe in any case.
import { RotateCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Card, Row, Stack } from "../../ui";
import type { FileView } from "../shared/shapes";
import { Chosen } from "./Chooser";
import { useQueue } from "./queue";
import { followed, following, type Waiting } from "./waiting";

export function Following({ file }: { file: FileView }) {
  const [waiting] = useState(() => following(file.id));
  return waiting ? <Sending file={file} {...waiting} /> : null;
}

/** A picture made on the spot is of the place; what is spoken there is a voice note. */
function kindOf(file: File): string {
  if (file.type.startsWith("image/")) return "place_photo";
  return file.type.startsWith("audio/") ? "voice_note" : "evidence";
}

function Sending({ file, items, visibility }: Waiting & { file: FileView }) {
  const { t } = useTranslation("papers");
  const queue = useQueue((item) => followed(file.id, item.id), items);
  const [left, setLeft] = useState(false);
  const begun = useRef(false);
  const session = file.dispute.sessions.at(-1)?.id;
  const send = async () => {
    const all = await queue.send(`/disputes/${file.id}/papers`, (one) => ({ kind: kindOf(one), visibility, session }));
    setLeft(!all);
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void send();
  });
  return (
    <Card title={t("following.title")} tone={left ? "warn" : "info"}>
      <Stack gap={3}>
        <p role="status">{t(queue.busy ? "following.busy" : left ? "following.left" : "following.done")}</p>
        <Chosen queue={queue} />
        {left && !queue.busy && (
          <Row>
            <Button kind="primary" icon={<RotateCw size={18} aria-hidden />} onClick={() => void send()}>
              {t("add.again")}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
