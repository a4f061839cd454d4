import "i18next";
import type account from "./zh-CN/account.json";
import type admin from "./zh-CN/admin.json";
import type agency from "./zh-CN/agency.json";
import type apply from "./zh-CN/apply.json";
import type assign from "./zh-CN/assign.json";
import type audit from "./zh-CN/audit.json";
import type calendar from "./zh-CN/calendar.json";
import type common from "./zh-CN/common.json";
import type consult from "./zh-CN/consult.json";
import type copy from "./zh-CN/copy.json";
import type desk from "./zh-CN/desk.json";
import type dispute from "./zh-CN/dispute.json";
import type documents from "./zh-CN/documents.json";
import type door from "./zh-CN/door.json";
import type figures from "./zh-CN/figures.json";
import type guide from "./zh-CN/guide.json";
import type informant from "./zh-CN/informant.json";
import type intake from "./zh-CN/intake.json";
import type leads from "./zh-CN/leads.json";
import type matter from "./zh-CN/matter.json";
import type organisation from "./zh-CN/organisation.json";
import type papers from "./zh-CN/papers.json";
import type people from "./zh-CN/people.json";
import type policy from "./zh-CN/policy.json";
import type practice from "./zh-CN/practice.json";
import type privacy from "./zh-CN/privacy.json";
import type quality from "./zh-CN/quality.json";
import type referrals from "./zh-CN/referrals.json";
import type resident from "./zh-CN/resident.json";
import type roll from "./zh-CN/roll.json";
import type sentences from "./zh-CN/sentences.json";
import type sign from "./zh-CN/sign.json";
import type teams from "./zh-CN/teams.json";
import type work from "./zh-CN/work.json";

// A room that brings a namespace of its own adds one line here.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    enableSelector: false;
    resources: {
      common: typeof common;
      copy: typeof copy;
      resident: typeof resident;
      desk: typeof desk;
      account: typeof account;
      admin: typeof admin;
      agency: typeof agency;
      apply: typeof apply;
      assign: typeof assign;
      audit: typeof audit;
      consult: typeof consult;
      calendar: typeof calendar;
      door: typeof door;
      figures: typeof figures;
      guide: typeof guide;
      informant: typeof informant;
      intake: typeof intake;
      leads: typeof leads;
      matter: typeof matter;
      papers: typeof papers;
      people: typeof people;
      policy: typeof policy;
      quality: typeof quality;
      practice: typeof practice;
      privacy: typeof privacy;
      organisation: typeof organisation;
      referrals: typeof referrals;
      roll: typeof roll;
      sentences: typeof sentences;
      sign: typeof sign;
      teams: typeof teams;
      work: typeof work;
      documents: typeof documents;
      dispute: typeof dispute;
    };
  }
}
