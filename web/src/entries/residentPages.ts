// The pages of residents and informants. A page adds a file below src/rooms and a row here.
import { House, MapPin, PenLine, Search } from "lucide-react";
import type { PageRow } from "../shell/routes";

export const residentPages: PageRow[] = [
  {
    path: "/",
    load: () => import("../rooms/home/Home").then((file) => file.Home),
    nav: { label: "nav.home", icon: House },
  },
  {
    path: "/apply",
    load: () => import("../rooms/apply/Apply").then((file) => file.Apply),
    nav: { label: "nav.apply", icon: PenLine },
  },
  { path: "/apply/done", load: () => import("../rooms/apply/Done").then((file) => file.Done) },
  {
    path: "/track",
    load: () => import("../rooms/matter/Track").then((file) => file.Track),
    nav: { label: "nav.track", icon: Search },
  },
  {
    path: "/committees",
    load: () => import("../rooms/matter/Committees").then((file) => file.Committees),
    nav: { label: "nav.committees", icon: MapPin },
  },
  { path: "/my", load: () => import("../rooms/matter/My").then((file) => file.My) },
  { path: "/i", load: () => import("../rooms/informant/Informant").then((file) => file.Informant) },
  { path: "/link", load: () => import("../rooms/agency/MyReferrals").then((file) => file.MyReferrals) },
  { path: "/link/calls", load: () => import("../rooms/agency/Calls").then((file) => file.Calls) },
  { path: "/link/calls/:call", load: () => import("../rooms/agency/CallPage").then((file) => file.CallPage) },
  { path: "/link/packages", load: () => import("../rooms/agency/Received").then((file) => file.Received) },
  {
    path: "/link/consultations",
    load: () => import("../rooms/consult/Consultations").then((file) => file.AgencyConsultations),
  },
  {
    path: "/link/consultations/:seat",
    load: () => import("../rooms/consult/ConsultationPage").then((file) => file.AgencyConsultation),
  },
  { path: "/link/new", load: () => import("../rooms/agency/Refer").then((file) => file.Refer) },
  { path: "/my/sign", load: () => import("../rooms/sign/Sign").then((file) => file.SignOwn) },
  { path: "/sign", load: () => import("../rooms/sign/Sign").then((file) => file.Sign) },
  {
    path: "/sign/tablet/:dispute",
    load: () => import("../rooms/sign/HandOver").then((file) => file.HandOver),
    bare: true,
  },
  { path: "/check/agreement/:token", load: () => import("../rooms/check/CheckCopy").then((file) => file.CheckCopy) },
  { path: "/check/:code", load: () => import("../rooms/check/Check").then((file) => file.Check) },
  { path: "/guide", load: () => import("../rooms/home/Guide").then((file) => file.Guide) },
];
