import { problemOf } from "../../problem";

const overdue = ["factor.password_first", "factor.other_door", "factor.signed_in"];

/** The half-open session is over or is another one by now: back to the password, with the reason. */
export const lateAt =
  (startAgain?: (why: string) => void) =>
  (error: unknown): never => {
    const { code, detail } = problemOf(error);
    if (startAgain && overdue.includes(code)) startAgain(detail);
    throw error;
  };
