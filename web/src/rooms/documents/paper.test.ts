import { expect, test } from "vitest";
import { paperFrom } from "./paper";

const shown = (html: string) => {
  const box = document.createElement("div");
  box.append(paperFrom(html));
  return box.innerHTML;
};

test("a_form_comes_through_as_it_is", () => {
  const form =
    '<div class="end"><p>编号</p></div><table><thead><tr><th scope="col">项目</th></tr></thead>' +
    "<tbody><tr><td>甲<br>乙</td></tr></tbody></table><ol><li>一</li></ol>";
  expect(shown(form)).toBe(form);
});

test("what_has_no_place_on_a_form_is_left_out", () => {
  expect(shown('<p onclick="x()" class="evil">甲<script>x()</script><img src=x onerror=x()></p>')).toBe("<p>甲</p>");
  expect(shown("<p>A&lt;b&gt; &amp;</p>")).toBe("<p>A&lt;b&gt; &amp;</p>");
});

test("a_value_in_uyghur_text_keeps_its_own_direction", () => {
  expect(shown("<p>نومۇرى: \u2068克迎汇〔2023〕1号\u2069؛ \u2068138\u2069</p>")).toBe(
    "<p>نومۇرى: <bdi>克迎汇〔2023〕1号</bdi>؛ <bdi>138</bdi></p>",
  );
});

test("a_cell_in_another_language_turns_its_way_and_a_signature_is_drawn", () => {
  expect(
    shown('<table><tbody><tr><td lang="ug" dir="rtl"><bdi lang="ug">ئا</bdi></td></tr></tbody></table>'),
  ).toContain('<td lang="ug" dir="rtl"><bdi lang="ug">ئا</bdi></td>');
  expect(shown('<p lang="evil" dir="up">甲</p>')).toBe("<p>甲</p>");
  expect(shown('<p><svg onload="x()"><path d="M1 2L3 4" onclick="x()"/><script>x()</script></svg></p>')).toBe(
    '<p><svg class="strokes" viewBox="0 0 600 200" aria-hidden="true"><path d="M1 2L3 4"></path></svg></p>',
  );
  expect(shown('<p><svg><path d="M1 2Z url(x)"/></svg></p>')).toBe("<p></p>");
});
