// What a command's form is made of.
import type { ComponentType } from "react";
import type words from "../../../i18n/zh-CN/dispute.json";
import type { FormState } from "../../../ui";
import type { Verb } from "../api";
import type { FileView } from "../types";

// biome-ignore lint/suspicious/noExplicitAny: a form of any command; its fields know their own types
export type Values = Record<string, any>;

export interface BoxProps {
  name: string;
  form: FormState<Values>;
  file: FileView;
  /** Key of the party, promise … that the form was opened for; "" for none. */
  about: string;
  /** The form itself did something to the file meanwhile: no news to whoever fills it in. */
  moved?: (before: FileView, after: FileView) => void;
}

/** What a value is, so that it can be told in words: of an enumeration, of a list of the book … */
export type Kind =
  | "text"
  | "number"
  | "money"
  | "check"
  | "moment"
  | "day"
  | "place"
  | "names"
  | "promises"
  | { enumeration: string }
  | { book: string };

export interface Field {
  name: string;
  start: (file: FileView, about: string) => unknown;
  Show: ComponentType<BoxProps>;
  /** Its words, where they are not those of its name. */
  label?: string;
  kind?: Kind;
}

export interface Plan {
  group: string;
  /** The verb at this table (dispute.json, "act"), where the deed's own name is told from another side. */
  says?: keyof (typeof words)["act"];
  verb: Verb;
  /** Below /disputes/{dispute}/. */
  path: (values: Values, file: FileView) => string;
  fields: Field[];
  /** Values that are named in the path and not in the body. */
  inPath?: string[];
  /** Cannot be undone: the form says so. */
  final?: boolean;
  wide?: boolean;
  /** Makes sense now, besides the stage that the server looks at. */
  fits?: (file: FileView) => boolean;
  start?: (file: FileView, about: string) => Values;
  /** What stands on the file where the form begins empty: somebody else may have changed it meanwhile. */
  now?: (file: FileView, values: Values) => Values;
  body?: (values: Values, file: FileView) => object;
  /** The form's path for a path of the body. */
  at?: (path: string) => string;
}
