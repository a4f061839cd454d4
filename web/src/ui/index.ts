// The kit: pages import from here and never from Mantine.
export { Bidi } from "./Bidi";
export { Button, IconButton } from "./Button";
export { confirm, type Question } from "./confirm";
export { type Column, DataTable, useCursor } from "./DataTable";
export { Deadline } from "./Deadline";
export { DateField, DateTimeField, TimeField } from "./dates";
export { Empty, Skeleton } from "./Empty";
export { FilterBar, SearchField, useFilters } from "./FilterBar";
export { Form, FormActions, FormErrors, Submit } from "./Form";
export {
  CheckField,
  IdNumberField,
  MoneyField,
  PasswordField,
  PhoneField,
  RadioTiles,
  TextAreaField,
  TextField,
} from "./fields";
export { Kbd, KeysHint } from "./Kbd";
export { Card, type CardTone, Facts, Figure, Grid, Page, Row, Stack, WithRail } from "./layout";
export { Mark } from "./Mark";
export { Menu, type MenuEntry } from "./Menu";
export { Money } from "./Money";
export { NextStep } from "./NextStep";
export { Onward } from "./Onward";
export { Drawer, Modal } from "./overlays";
export { Filled, KeepTogether, PrintPage } from "./PrintPage";
export { ProblemCard } from "./ProblemCard";
export { Progress } from "./Progress";
export { MultiSelectField, type Option, SelectField } from "./pickers";
export { Scroll } from "./Scroll";
export { StatusBadge, type Tone } from "./StatusBadge";
export { type LoopStep, loopSteps, StepBar } from "./StepBar";
export { type Tab, Tabs } from "./Tabs";
export { Timeline, type TimelineItem } from "./Timeline";
export { toast, toastProblem } from "./toast";
export { type FieldProps, type FormState, useForm } from "./useForm";
