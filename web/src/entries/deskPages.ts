// The pages of the desk. A page adds a file below src/rooms and a row here; the first row with
// a place in the navigation that a role may see is where the role lands.
import {
  Award,
  Building2,
  CalendarDays,
  ChartColumn,
  CirclePlus,
  ClipboardCheck,
  FileSearch,
  Flower2,
  IdCard,
  Inbox,
  KeyRound,
  ListTodo,
  MessagesSquare,
  Radio,
  Scale,
  ScrollText,
  Settings,
  ShieldCheck,
  UserCog,
  UserRoundCheck,
  UsersRound,
  Zap,
} from "lucide-react";
import type { PageRow } from "../shell/routes";
import type { Role } from "../shell/session";

const working: Role[] = ["mediator", "desk_clerk", "director"];
const answering: Role[] = ["desk_clerk", "director"];
const counting: Role[] = ["supervisor", "director", "desk_clerk"];
const reading: Role[] = [...working, "supervisor"];
const keeping: Role[] = ["system_administrator", "security_administrator"];
const seeing: Role[] = [...reading, ...keeping];

export const deskPages: PageRow[] = [
  {
    path: "/desk",
    load: () => import("../shell/Landing").then((file) => file.Landing),
    nav: { label: "nav.today", icon: ListTodo, roles: [...working, "adviser"] },
  },
  {
    path: "/desk/disputes",
    load: () => import("../rooms/work/Disputes").then((file) => file.Disputes),
    nav: { label: "nav.disputes", icon: Scale, roles: [...reading, "adviser"] },
  },
  {
    path: "/desk/calendar",
    load: () => import("../rooms/calendar/Calendar").then((file) => file.Calendar),
    nav: { label: "nav.calendar", icon: CalendarDays, roles: [...reading, "adviser"] },
  },
  {
    path: "/desk/consultations",
    load: () => import("../rooms/consult/Consultations").then((file) => file.Consultations),
    nav: { label: "nav.consultations", icon: MessagesSquare, roles: [...working, "adviser"] },
  },
  {
    path: "/desk/consultations/:seat",
    load: () => import("../rooms/consult/ConsultationPage").then((file) => file.ConsultationPage),
  },
  {
    path: "/desk/assign",
    load: () => import("../rooms/assign/Assign").then((file) => file.Assign),
    nav: { label: "nav.assign", icon: UserRoundCheck, roles: answering },
  },
  {
    path: "/desk/intake/new",
    load: () => import("../rooms/intake/Intake").then((file) => file.Intake),
    nav: { label: "nav.intake", icon: CirclePlus, roles: working },
  },
  {
    path: "/desk/intake/done/:dispute",
    load: () => import("../rooms/intake/Registered").then((file) => file.Registered),
  },
  {
    path: "/desk/on-the-spot/done/:dispute",
    load: () => import("../rooms/intake/Registered").then((file) => file.Spotted),
  },
  {
    path: "/desk/on-the-spot",
    load: () => import("../rooms/intake/OnTheSpot").then((file) => file.OnTheSpot),
    nav: { label: "nav.onTheSpot", icon: Zap, roles: working },
  },
  {
    path: "/desk/leads",
    load: () => import("../rooms/leads/Leads").then((file) => file.Leads),
    nav: { label: "nav.leads", icon: Radio, roles: answering },
  },
  {
    path: "/desk/referrals",
    load: () => import("../rooms/referrals/Referrals").then((file) => file.Referrals),
    nav: { label: "nav.referrals", icon: Inbox, roles: answering },
  },
  {
    path: "/desk/indicators",
    load: () => import("../rooms/figures/Indicators").then((file) => file.Indicators),
    nav: { label: "nav.indicators", icon: ChartColumn, roles: counting },
  },
  {
    path: "/desk/methods",
    load: () => import("../rooms/figures/Methods").then((file) => file.Methods),
  },
  {
    path: "/desk/methods/:method",
    load: () => import("../rooms/figures/MethodDisputes").then((file) => file.MethodDisputes),
  },
  {
    path: "/desk/indicators/:key",
    load: () => import("../rooms/figures/IndicatorDisputes").then((file) => file.IndicatorDisputes),
  },
  {
    path: "/desk/quality",
    load: () => import("../rooms/quality/Quality").then((file) => file.Quality),
    nav: { label: "nav.quality", icon: ClipboardCheck, roles: ["director", "supervisor", "mediator"] },
  },
  {
    path: "/desk/quality/faults",
    load: () => import("../rooms/quality/Faulty").then((file) => file.Faulty),
  },
  {
    path: "/desk/quality/samples/:sample",
    load: () => import("../rooms/quality/SamplePage").then((file) => file.SamplePage),
  },
  {
    path: "/desk/quality/reviews/:review",
    load: () => import("../rooms/quality/ReviewPage").then((file) => file.ReviewPage),
  },
  {
    path: "/desk/admin",
    load: () => import("../rooms/admin/Offices").then((file) => file.Offices),
    nav: { label: "nav.admin", icon: UsersRound, roles: ["system_administrator"] },
  },
  {
    path: "/desk/admin/import",
    load: () => import("../rooms/admin/Import").then((file) => file.Import),
  },
  {
    path: "/desk/admin/:organisation",
    load: () => import("../rooms/admin/Office").then((file) => file.Office),
  },
  {
    path: "/desk/accounts",
    load: () => import("../rooms/admin/AccountsPage").then((file) => file.AccountsPage),
    nav: { label: "nav.accounts", icon: UserCog, roles: keeping },
  },
  {
    path: "/desk/accounts/:account",
    load: () => import("../rooms/admin/AccountPage").then((file) => file.AccountPage),
  },
  {
    path: "/desk/audit",
    load: () => import("../rooms/audit/Audit").then((file) => file.Audit),
    nav: { label: "nav.audit", icon: ScrollText, roles: ["auditor"] },
  },
  {
    path: "/desk/organisations",
    load: () => import("../rooms/roll/Organisations").then((file) => file.Organisations),
    nav: { label: "nav.organisations", icon: Building2 },
  },
  {
    path: "/desk/teams",
    load: () => import("../rooms/teams/Teams").then((file) => file.Teams),
    nav: { label: "nav.teams", icon: Flower2, roles: reading },
  },
  { path: "/desk/teams/:team", load: () => import("../rooms/teams/TeamPage").then((file) => file.TeamPage) },
  {
    path: "/desk/organisations/:organisation",
    load: () => import("../rooms/offices/OrganisationPage").then((file) => file.OrganisationPage),
  },
  {
    path: "/desk/organisations/:organisation/print/:term/:notice",
    load: () => import("../rooms/offices/PrintNotice").then((file) => file.PrintNotice),
  },
  {
    path: "/desk/people",
    load: () => import("../rooms/people/People").then((file) => file.People),
    nav: { label: "nav.people", icon: IdCard, roles: seeing },
  },
  {
    path: "/desk/people/:person",
    load: () => import("../rooms/people/PersonPage").then((file) => file.PersonPage),
  },
  {
    path: "/desk/people/:person/card",
    load: () => import("../rooms/people/CardPage").then((file) => file.CardPage),
  },
  { path: "/desk/people-matters", load: () => import("../rooms/people/Matters").then((file) => file.Matters) },
  { path: "/desk/trainings", load: () => import("../rooms/people/Trainings").then((file) => file.Trainings) },
  {
    path: "/desk/trainings/:training",
    load: () => import("../rooms/people/TrainingPage").then((file) => file.TrainingPage),
  },
  { path: "/desk/grades", load: () => import("../rooms/people/Proposals").then((file) => file.Proposals) },
  { path: "/desk/complaints", load: () => import("../rooms/people/Complaints").then((file) => file.Complaints) },
  {
    path: "/desk/complaints/:complaint",
    load: () => import("../rooms/people/ComplaintPage").then((file) => file.ComplaintPage),
  },
  {
    path: "/desk/honours",
    load: () => import("../rooms/people/Honours").then((file) => file.Honours),
    nav: { label: "nav.honours", icon: Award, aside: true },
  },
  { path: "/desk/sign-in", load: () => import("../rooms/door/SignIn").then((file) => file.SignIn), bare: true },
  { path: "/desk/first-run", load: () => import("../rooms/door/FirstRun").then((file) => file.FirstRun), bare: true },
  {
    path: "/desk/invitation",
    load: () => import("../rooms/door/Invitation").then((file) => file.Invitation),
    bare: true,
  },
  {
    path: "/desk/disputes/:id/print",
    load: () => import("../rooms/documents/ChooseForm").then((file) => file.ChooseForm),
  },
  {
    path: "/desk/disputes/:id/print/:form",
    load: () => import("../rooms/documents/PrintForm").then((file) => file.PrintForm),
  },
  {
    path: "/desk/disputes/:id/print/:form/fill",
    load: () => import("../rooms/documents/FillForm").then((file) => file.FillForm),
  },
  {
    path: "/desk/disputes/:dispute",
    load: () => import("../rooms/dispute/DisputePage").then((file) => file.DisputePage),
  },
  {
    path: "/desk/disputes/:dispute/receipt",
    load: () => import("../rooms/dispute/Receipts").then((file) => file.Receipts),
  },
  {
    path: "/desk/own-data",
    load: () => import("../rooms/privacy/OwnRequests").then((file) => file.OwnRequests),
    nav: { label: "nav.ownData", icon: FileSearch, aside: true, roles: ["desk_clerk", "director", "supervisor"] },
  },
  {
    path: "/desk/policy",
    load: () => import("../rooms/policy/Policy").then((file) => file.Policy),
    nav: { label: "nav.policy", icon: ShieldCheck, aside: true },
  },
  {
    path: "/desk/account",
    load: () => import("../rooms/account/Account").then((file) => file.Account),
    nav: { label: "nav.account", icon: KeyRound, aside: true },
  },
  {
    path: "/desk/me",
    load: () => import("../rooms/settings/Settings").then((file) => file.Settings),
    nav: { label: "nav.settings", icon: Settings, aside: true },
  },
];
