import type { components } from "../../schema";

type Told = components["schemas"];
export type Consultation = Told["mediation.ConsultationView"];
export type Consultations = Told["mediation.Consultations"];
export type ShownPaper = Told["mediation.ShownPaper"];
export type Task = Told["mediation.TaskView"];
export type Tasks = Told["mediation.Tasks"];
