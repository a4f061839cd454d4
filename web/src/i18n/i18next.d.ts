import "i18next";
import type common from "./zh-CN/common.json";
import type desk from "./zh-CN/desk.json";
import type resident from "./zh-CN/resident.json";

// A room that brings a namespace of its own adds one line here.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    enableSelector: false;
    resources: {
      common: typeof common;
      resident: typeof resident;
      desk: typeof desk;
    };
  }
}
