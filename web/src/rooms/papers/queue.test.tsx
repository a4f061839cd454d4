import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import common from "../../i18n/zh-CN/common.json";
import papers from "../../i18n/zh-CN/papers.json";
import { Problem } from "../../problem";
import { unready, useLeaving } from "./leaving";
import { useQueue } from "./queue";
import { Recorder } from "./Recorder";
import { followed, following, letFollow } from "./waiting";

const confirm = vi.hoisted(() => vi.fn());
const sendFile = vi.hoisted(() => vi.fn());
vi.mock("../../ui", async () => ({
  Button: ({ onClick, children }: { onClick: () => void; children: string }) => (
    <button type="button" onClick={onClick}>
      {children}
    </button>
  ),
  Row: ({ children }: { children: unknown }) => children,
  confirm,
}));
vi.mock("./send", async (load) => ({ ...(await load<object>()), sendFile }));

const file = (name: string) => new File(["x"], name, { type: "image/jpeg" });

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    resources: { "zh-CN": { common, papers } },
    defaultNS: "common",
  });
});

const track = { stop: vi.fn() };
let permit: (stream: unknown) => void;

class FakeRecorder {
  static isTypeSupported = () => true;
  mimeType = "audio/webm";
  onstop: (() => void) | null = null;
  constructor(public stream: unknown) {}
  start() {}
  stop() {
    this.onstop?.();
  }
}

beforeEach(() => {
  track.stop.mockReset();
  confirm.mockReset();
  vi.stubGlobal("MediaRecorder", FakeRecorder);
  Object.defineProperty(navigator, "mediaDevices", {
    configurable: true,
    value: { getUserMedia: () => new Promise((resolve) => (permit = resolve)) },
  });
});

let queue: ReturnType<typeof useQueue>;

function Recording() {
  queue = useQueue();
  return <Recorder queue={queue} />;
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole("button", { name })));
const allow = () => act(async () => permit({ getTracks: () => [track] }));
const t = i18next.getFixedT("zh-CN", "papers");

test("a_form_is_not_sent_without_the_voice_note_that_is_being_spoken", async () => {
  render(<Recording />);
  await press("录音");
  await allow();
  act(() => queue.add([file("a.jpg")]));
  expect(unready(queue, t).map((one) => one.code)).toEqual(["recording"]);
  expect(unready(queue, t, 0).map((one) => one.code)).toEqual(["recording"]);
  const asked = queue;
  await press("停止录音");
  // Asked with what was drawn before: the note is there all the same.
  expect(asked.latest().items.map((one) => one.file.type)).toEqual(["image/jpeg", "audio/webm"]);
  expect(unready(asked, t)).toEqual([]);
});

test("the_microphone_is_off_when_permission_comes_after_the_page_was_left", async () => {
  const { unmount } = render(<Recording />);
  await press("录音");
  unmount();
  await allow();
  expect(track.stop).toHaveBeenCalledTimes(1);
});

test("a_drawer_is_not_closed_over_what_was_not_sent_without_asking", async () => {
  const close = vi.fn();
  const { result } = renderHook(() => {
    const files = useQueue();
    const leaving = useLeaving(close);
    leaving.held.current = files;
    return { files, leaving };
  });
  await act(async () => result.current.leaving.leave());
  expect(close).toHaveBeenCalledTimes(1);
  expect(confirm).not.toHaveBeenCalled();
  act(() => result.current.files.add([file("a.jpg")]));
  confirm.mockResolvedValue(false);
  await act(async () => result.current.leaving.leave());
  expect(close).toHaveBeenCalledTimes(1);
  confirm.mockResolvedValue(true);
  await act(async () => result.current.leaving.leave());
  expect(close).toHaveBeenCalledTimes(2);
});

test("what_followed_its_record_does_not_follow_twice", async () => {
  const chosen = renderHook(() => useQueue()).result;
  act(() => chosen.current.add([file("a.jpg"), file("b.jpg")]));
  letFollow("d1", chosen.current.latest().items, "file");
  sendFile.mockImplementation((_path, _fields, { name }: File) => ({
    answer: name === "a.jpg" ? Promise.resolve({}) : Promise.reject(new Problem({ status: 503, code: "busy" })),
    cancel: () => {},
  }));
  const first = renderHook(() => useQueue((one) => followed("d1", one.id), following("d1")?.items)).result;
  await act(async () => void (await first.current.send("/papers", () => ({}))));
  expect(following("d1")?.items.map((one) => one.file.name)).toEqual(["b.jpg"]);
  sendFile.mockImplementation(() => ({ answer: Promise.resolve({}), cancel: () => {} }));
  await act(async () => void (await first.current.send("/papers", () => ({}))));
  expect(following("d1")).toBeUndefined();
});
