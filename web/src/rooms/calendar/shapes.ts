// What the server says about a calendar, under short names.
import type { components } from "../../schema";

type Told = components["schemas"];

export type CalendarView = Told["app.CalendarView"];
export type CalendarEntry = Told["app.CalendarEntry"];
export type DayView = Told["app.DayView"];
export type Reminder = Told["app.ReminderView"];
export type Reminders = Told["app.ReminderList"];
export type Place = Told["calendar.PlaceView"];
export type Places = Told["calendar.PlaceList"];
export type Hours = Told["calendar.Hours"];
export type Planning = Told["mediation.PlanningView"];
export type Slots = Told["mediation.SlotsView"];
export type Slot = Told["mediation.SlotView"];
export type OwnCalendar = Told["mediation.OwnCalendar"];
export type OwnMeeting = Told["mediation.OwnMeeting"];
export type OwnPromise = Told["mediation.OwnPromise"];
