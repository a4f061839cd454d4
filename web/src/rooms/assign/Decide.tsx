// Why not this one? The answer of the program, and the way to appoint all the same.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Card, Modal, Row, Stack, TextField } from "../../ui";
import { useWhyNot } from "../dispute/api";
import { Reasons } from "../dispute/forms/Candidate";
import { Suggestions } from "../dispute/forms/Suggestions";
import { WhyNot } from "../dispute/forms/WhyNot";
import type { Approval, BoardLine, Candidate } from "./shapes";

interface DecideProps {
  line: BoardLine;
  candidate: Candidate;
  /** Who is proposed for it, when a proposal is there. */
  proposed: string | null;
  busy: boolean;
  onClose: () => void;
  approve: (approval: Approval) => Promise<void>;
}

export function Decide({ line, candidate, proposed, busy, onClose, approve }: DecideProps) {
  const { t } = useTranslation("assign");
  const [reason, setReason] = useState("");
  const { id: dispute, version } = line.line;
  const { data: answer } = useWhyNot(dispute, candidate.person, version);
  const instead = answer?.proposed ?? proposed;
  const bars = answer?.bars ?? candidate.bars;
  const replaces = line.mediator !== null;
  const needed = replaces || bars.length > 0 || (instead !== null && instead !== candidate.person);
  const barred = bars.some((bar) => !bar.reason_is_enough);
  return (
    <Modal open onClose={onClose} size="lg" title={t("decide.title", { name: candidate.name })}>
      <Stack gap={4}>
        <p className="dim">
          <bdi>{line.line.number || line.line.parties}</bdi> · {line.line.kind_name}
        </p>
        <WhyNot dispute={dispute} person={candidate.person} version={version} />
        {candidate.reasons.length > 0 && (
          <Card level={3} title={t("decide.reasons", { name: candidate.name })}>
            <Reasons of={candidate.reasons} />
          </Card>
        )}
        {!barred && needed && (
          <Stack gap={1}>
            <TextField
              label={t(replaces ? "decide.whyReplace" : "decide.why")}
              required
              maxLength={200}
              value={reason}
              onChange={setReason}
            />
            <Suggestions list="change" put={setReason} keyed />
          </Stack>
        )}
        <Row>
          <Button
            kind="primary"
            busy={busy}
            disabled={!answer || barred || (needed && reason.trim() === "")}
            onClick={() =>
              void approve({ dispute, version, person: candidate.person, proposed: instead, reason: reason.trim() })
            }
          >
            {t("decide.appoint", { name: candidate.name })}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t("decide.back")}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
