import type { Values } from "./plan";

/** As the server wants it: a form and what it is about. */
export function packageBody(values: Values): object {
  const forms = (values.forms as string[]).map((one) => {
    const [form, subject] = one.split(" ");
    return { form, ...(subject ? { subject } : {}) };
  });
  const { organisation, basis, reason, consented, papers } = values;
  return { organisation, basis, reason, consented, papers, forms };
}
