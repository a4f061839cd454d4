// Who takes part besides the parties: somebody whom they let help (PML art. 20), or a mediator who
// sits in to learn.
import { CheckField, Stack } from "../../../ui";
import { bound, line, own, useLabel } from "./field";
import type { BoxProps, Field } from "./plan";
import { ApprenticeBox } from "./TeamBox";

const role = line("role", { required: true, label: "participantRole", suggest: "roles" });
const name = line("name", { required: true });

function GuestBox(box: BoxProps) {
  const learns = bound<boolean>(box);
  return (
    <Stack gap={4}>
      <CheckField {...learns} {...useLabel("sits_in")} />
      {learns.value ? (
        <ApprenticeBox {...box} name="person" />
      ) : (
        <>
          <role.Show {...box} name="role" />
          <name.Show {...box} name="name" />
        </>
      )}
    </Stack>
  );
}

const Nothing = () => null;

export const guestFields: Field[] = [
  own("sits_in", GuestBox, () => false),
  own("role", Nothing, () => ""),
  own("name", Nothing, () => ""),
  own("person", Nothing, () => null),
];

export function guestBody({ sits_in, role, name, person, ...values }: Record<string, unknown>): object {
  return sits_in ? { ...values, role: "apprentice", person } : { ...values, role, name };
}
