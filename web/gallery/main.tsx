// Every piece of the kit on one page, for looking and for axe; not part of what is shipped.
import { Phone } from "lucide-react";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { createMemoryRouter, RouterProvider } from "react-router";
import { useActions } from "../src/lib/actions";
import { Problem } from "../src/problem";
import { Overlays } from "../src/shell/Overlays";
import { Providers, prepare } from "../src/shell/start";
import * as kit from "../src/ui";
import { ShortcutSheet } from "../src/ui/ShortcutSheet";

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString();

interface Row {
  number: string;
  parties: string;
  kind: string;
  next: string;
  due: string;
}

const rows: Row[] = [
  {
    number: "克迎人调〔2026〕097号",
    parties: "赵某 / 某物业公司",
    kind: "物业纠纷",
    next: "协议履行核实",
    due: day(-1),
  },
  { number: "克迎人调〔2026〕121号", parties: "王某 / 油建公司", kind: "劳动争议", next: "受理决定", due: day(0) },
  { number: "克迎人调〔2026〕118号", parties: "张某某 / 李某某", kind: "邻里纠纷", next: "调解会", due: day(1) },
  { number: "克迎人调〔2026〕102号", parties: "陈某 / 周某", kind: "债务纠纷", next: "回访", due: day(3) },
  { number: "克迎人调〔2026〕110号", parties: "阿依古丽 / 买买提", kind: "合同纠纷", next: "司法确认", due: day(6) },
];

const columns: kit.Column<Row>[] = [
  { key: "due", head: "期限", cell: (row) => <kit.Deadline due={row.due} /> },
  { key: "number", head: "案号", primary: true, cell: (row) => <kit.Bidi>{row.number}</kit.Bidi> },
  { key: "parties", head: "当事人", cell: (row) => row.parties },
  { key: "kind", head: "类型", cell: (row) => row.kind },
  { key: "next", head: "下一步", cell: (row) => <strong>{row.next}</strong> },
  { key: "act", head: "操作", act: true, cell: () => <kit.Button>打开</kit.Button> },
];

const kinds = ["邻里", "家庭", "劳动", "欠款", "物业", "其他"].map((label) => ({ value: label, label }));

function Fields() {
  const form = kit.useForm({
    initial: {
      kind: "邻里" as string | null,
      words: "楼上 401 卫生间一直漏水，我家墙面泡坏了。",
      parties: [{ name: "张某某", phone: "138 1234 2046", identity: "99000019900101005X" }],
      place: null as string | null,
      kinds: ["邻里"],
      sum: 180050 as number | null,
      day: "2026-12-01" as string | null,
      at: day(2) as string | null,
      password: "",
      consent: false,
    },
    send: () =>
      Promise.reject(
        new Problem({
          status: 422,
          code: "form.invalid",
          problems: [
            { at: "/parties/0/name", code: "too_short", detail: "请填写姓名" },
            { at: "/place", code: "missing", detail: "请选择社区" },
            { at: "/kind", code: "missing", detail: "请选择类型" },
          ],
        }),
      ),
  });
  return (
    <kit.Form form={form} aria-label="登记">
      <kit.RadioTiles label="属于哪一类" {...form.field("kind")} options={kinds} />
      <kit.TextAreaField label="请用自己的话说" required most={2000} {...form.field("words")} />
      <kit.Grid>
        <kit.TextField label="姓名" required {...form.field("parties.0.name")} />
        <kit.PhoneField label="手机" {...form.field("parties.0.phone")} />
        <kit.IdNumberField label="证件号码" hint="选填" {...form.field("parties.0.identity")} />
        <kit.SelectField label="社区" required options={kinds} {...form.field("place")} />
        <kit.MultiSelectField label="擅长" options={kinds} {...form.field("kinds")} />
        <kit.MoneyField label="标的额" capital {...form.field("sum")} />
        <kit.DateField label="履行期限" {...form.field("day")} />
        <kit.DateTimeField label="调解时间" {...form.field("at")} />
        <kit.PasswordField label="密码" {...form.field("password")} />
      </kit.Grid>
      <kit.CheckField label="我自愿达成协议，知道它有法律约束力。" {...form.field("consent")} />
      <kit.FormActions>
        <kit.Button>存草稿</kit.Button>
        <kit.Submit form={form}>登记并建议分流</kit.Submit>
      </kit.FormActions>
    </kit.Form>
  );
}

function Overlaid() {
  const [open, setOpen] = useState<"modal" | "drawer" | null>(null);
  return (
    <kit.Row>
      <kit.Button onClick={() => setOpen("modal")}>对话框</kit.Button>
      <kit.Button onClick={() => setOpen("drawer")}>抽屉</kit.Button>
      <kit.Button
        kind="danger"
        onClick={() => void kit.confirm({ title: "终止调解", says: "终止后不能恢复。", verb: "终止", danger: true })}
      >
        询问
      </kit.Button>
      <kit.Button onClick={() => kit.toast("已推迟到 12月1日", { undo: () => {} })}>提示</kit.Button>
      <kit.Menu
        label="更多"
        button={<kit.Button>更多</kit.Button>}
        entries={[
          { label: "改期", onClick: () => {} },
          { label: "删除", danger: true, onClick: () => {} },
        ]}
      />
      <kit.Modal open={open === "modal"} onClose={() => setOpen(null)} title="写笔录">
        正文
      </kit.Modal>
      <kit.Drawer open={open === "drawer"} onClose={() => setOpen(null)} title="当事人">
        正文
      </kit.Drawer>
    </kit.Row>
  );
}

function Gallery() {
  const [tab, setTab] = useState("timeline");
  useActions(useMemo(() => [{ id: "note", label: "写笔录", keys: "n", run: () => {} }], []));
  return (
    <main id="content" style={{ padding: "var(--space-4)", maxInlineSize: 1200, marginInline: "auto" }}>
      <kit.Page
        title="邻里漏水损害赔偿纠纷"
        subtitle={
          <>
            <kit.Bidi>克迎人调〔2026〕118号</kit.Bidi> · 来源：信息员上报
          </>
        }
        badges={
          <>
            <kit.StatusBadge tone="warn">调解中</kit.StatusBadge>
            <kit.StatusBadge>一般纠纷</kit.StatusBadge>
            <kit.StatusBadge tone="ok">已化解</kit.StatusBadge>
            <kit.StatusBadge tone="danger">逾期</kit.StatusBadge>
            <kit.StatusBadge tone="info">线上</kit.StatusBadge>
            <kit.StatusBadge tone="method">背靠背调解法</kit.StatusBadge>
          </>
        }
        actions={<kit.Button keys="n">写笔录</kit.Button>}
        back={{ to: "/", label: "纠纷" }}
      >
        <kit.StepBar now="mediating" />
        <kit.NextStep
          action="召开第 2 次调解会"
          why="已约定明天 10:00，双方均已确认到场。"
          due={day(1)}
          answerable="戚某某"
          article="《人民调解法》第二十一条"
        >
          <kit.Button>改期</kit.Button>
          <kit.Button kind="danger">终止调解</kit.Button>
          <kit.Button kind="primary" keys="enter">
            开始调解会
          </kit.Button>
        </kit.NextStep>
        <kit.Grid least={180}>
          <kit.Figure name="在办" value="14" unit="件" />
          <kit.Figure name="就地化解率" value="97.2" unit="%" to="/" />
        </kit.Grid>
        <kit.WithRail
          rail={
            <>
              <kit.Card title="当事人">
                <kit.Facts
                  rows={[
                    { name: "申请人", value: <kit.Bidi>张某某 138****2046</kit.Bidi> },
                    { name: "赔偿", value: <kit.Money fen={180050} capital /> },
                  ]}
                />
              </kit.Card>
              <kit.Card
                title="可能重复"
                tone="warn"
                actions={<kit.IconButton label="打电话" icon={<Phone size={18} />} />}
              >
                同一楼栋漏水，10月28日。
              </kit.Card>
            </>
          }
        >
          <kit.Tabs
            label="纠纷内容"
            value={tab}
            onChange={setTab}
            tabs={[
              {
                key: "timeline",
                label: "时间线",
                content: (
                  <kit.Timeline
                    items={[
                      { id: "1", at: day(0), kind: "电话", body: "电话联系被申请人李某，愿意承担防水维修费。" },
                      {
                        id: "2",
                        at: day(-2),
                        kind: "笔录",
                        tone: "method",
                        body: "第 1 次调解会。",
                        recordedAt: day(-1),
                      },
                      { id: "3", at: day(-3), kind: "受理", body: "双方同意调解。" },
                    ]}
                  />
                ),
              },
              { key: "records", label: "笔录", count: 2, content: "笔录" },
            ]}
          />
          <kit.Card title="按期限排序的下一步" flush>
            <kit.DataTable
              caption="下一步"
              columns={columns}
              rows={rows}
              rowKey={(row) => row.number}
              rowTo={() => "/"}
              total={3012}
              next="abc"
              empty={null}
              keys
            />
          </kit.Card>
          <kit.FilterBar names={["q", "kind"]}>
            <kit.SearchField label="搜索" />
            <kit.SelectField label="类型" options={kinds} value={null} onChange={() => {}} />
          </kit.FilterBar>
          <kit.Card title="登记">
            <Fields />
          </kit.Card>
          <kit.ProblemCard
            error={
              new Problem({
                status: 409,
                code: "x",
                title: "暂不能办理",
                detail: "被申请人已明确拒绝调解。",
                request: "01HZX3",
                article: {
                  key: "PML-17",
                  law: "《人民调解法》",
                  article: "第十七条",
                  says: "当事人一方明确拒绝调解的，不得调解。",
                },
              })
            }
            retry={() => {}}
          />
          <kit.Card>
            <kit.Empty action={<kit.Button kind="primary">登记纠纷</kit.Button>}>今天没有到期的事项</kit.Empty>
          </kit.Card>
          <kit.Skeleton />
          <Overlaid />
        </kit.WithRail>
        <kit.PrintPage title="人民调解协议书">
          <p>
            编号：
            <kit.Filled />
          </p>
          <h2>一、纠纷主要事实</h2>
          <p>楼上卫生间漏水，墙面受损。</p>
          <kit.KeepTogether>
            <p>申请人（签名）：</p>
          </kit.KeepTogether>
        </kit.PrintPage>
      </kit.Page>
      <ShortcutSheet />
      <Overlays />
    </main>
  );
}

await prepare("desk", ["common", "desk"]);
const router = createMemoryRouter([{ path: "/", Component: Gallery }]);
createRoot(document.getElementById("root") as HTMLElement).render(
  <Providers>
    <RouterProvider router={router} />
  </Providers>,
);
