// A case conference: called, people invited, papers chosen, advice noted, a road decided, tasks done.
import { now } from "../../../lib/clock";
import { keyOfPaper, notedFor, openTasks, runningConference, seated } from "../conference";
import {
  AdviceToRead,
  ConsultedBox,
  chairOf,
  PapersBox,
  PresidesBox,
  papersBody,
  seatAsked,
  seatBox,
  TaskBox,
  TasksBox,
} from "../forms/ConferenceBoxes";
import { area, check, choice, enumeration, happened, line, moment, own } from "../forms/field";
import type { Plan } from "../forms/plan";
import { Nothing, none, text } from "./shared";

const SeatBox = seatBox(seated);
const day = 86_400_000;
const hour = 3_600_000;

/** Tomorrow at this hour. */
const tomorrow = () => new Date(Math.ceil((now() + day) / hour) * hour).toISOString();

export const conferencePlans: Record<string, Plan> = {
  "mediation.conference_called": {
    group: "conference",
    verb: "POST",
    path: () => "conferences",
    fits: (file) => !runningConference(file),
    fields: [
      area("question", { required: true, label: "conferenceQuestion" }),
      area("why", { rows: 2, label: "conferenceWhy" }),
      moment("meets_at", { required: true, start: tomorrow, label: "meetsAt" }),
      enumeration("by", "by", { start: "in_person" }),
      line("place", { label: "sessionPlace" }),
      own("presides", PresidesBox, chairOf, { kind: "names" }),
    ],
  },
  "mediation.conference_invited": {
    group: "conference",
    verb: "POST",
    path: (_values, file) => `conferences/${runningConference(file)?.id ?? none}/seats`,
    fits: (file) => runningConference(file) !== undefined,
    at: (path) => (path === "name" ? "guest" : path),
    fields: [
      enumeration("kind", "seat_kind", { required: true, start: "expert", label: "seatKind" }),
      own("outside", ConsultedBox, () => false),
      own("person", Nothing, () => null),
      own("guest", Nothing, () => ""),
      own("from", Nothing, () => ""),
      own("papers", PapersBox, () => []),
      check("asked", { label: "askedTies" }),
    ],
    body: ({ outside: _way, guest, papers, ...values }) => ({ ...values, name: guest, papers: papersBody(papers) }),
  },
  "mediation.conference_papers_chosen": {
    group: "conference",
    verb: "PUT",
    path: (values) => `seats/${text(values.seat)}/papers`,
    inPath: ["seat"],
    fits: (file) => seated(file).length > 0,
    fields: [
      own("seat", SeatBox, (file, about) => seatAsked(file, about)?.id ?? null),
      own("papers", PapersBox, (file, about) => (seatAsked(file, about)?.papers ?? []).map(keyOfPaper)),
    ],
    body: ({ papers }) => ({ papers: papersBody(papers) }),
  },
  "mediation.conference_uninvited": {
    group: "conference",
    verb: "DELETE",
    path: (values) => `seats/${text(values.seat)}`,
    inPath: ["seat"],
    final: true,
    fits: (file) => seated(file).some((one) => !one.advised_at),
    fields: [own("seat", SeatBox, (file, about) => seatAsked(file, about)?.id ?? null)],
  },
  "mediation.advice_given": {
    group: "conference",
    verb: "PUT",
    path: (values) => `seats/${text(values.seat)}/advice`,
    inPath: ["seat"],
    fits: (file) => notedFor(file).length > 0,
    fields: [
      own("seat", seatBox(notedFor), (file, about) => seatAsked(file, about, notedFor)?.id ?? null),
      area("advice", { required: true, label: "conferenceAdvice" }),
      area("basis", { rows: 2, label: "conferenceBasis" }),
      happened(),
    ],
    start: (file, about) => {
      const seat = seatAsked(file, about, notedFor);
      return { advice: seat?.advice ?? "", basis: seat?.basis ?? "" };
    },
  },
  "mediation.conference_decided": {
    group: "conference",
    verb: "PUT",
    path: (_values, file) => `conferences/${runningConference(file)?.id ?? none}/decision`,
    final: true,
    fits: (file) => seated(file).some((one) => one.advised_at),
    fields: [
      own("read", AdviceToRead, () => null),
      choice("road", "conference_road", "conferenceRoad"),
      area("reasons", { required: true, label: "conferenceReasons" }),
      own("tasks", TasksBox, () => []),
      happened(),
    ],
    body: ({ read: _advice, ...values }) => values,
  },
  "mediation.conference_called_off": {
    group: "conference",
    verb: "DELETE",
    path: (_values, file) => `conferences/${runningConference(file)?.id ?? none}`,
    final: true,
    fits: (file) => runningConference(file) !== undefined && !seated(file).some((one) => one.advised_at),
    fields: [],
  },
  "mediation.conference_task_done": {
    group: "conference",
    verb: "PUT",
    path: (values) => `tasks/${text(values.task)}`,
    inPath: ["task"],
    fits: (file) => openTasks(file).length > 0,
    fields: [
      own(
        "task",
        TaskBox,
        (file, about) => (openTasks(file).find((one) => one.id === about) ?? openTasks(file)[0])?.id ?? null,
      ),
      area("outcome", { required: true, label: "taskOutcome" }),
    ],
  },
};
