// The sentences in which a life may be told, one a step; both drivers know each of them by its name.
//   {who}        whoever does it, in bold: a person of the demo city or a party
//   {words*}     own words between quotation marks “ ”; {words+} one or several, each in its own marks
//   {list:kind}  one of a list by the name that it has on the page: a grade, a manner, a reason
//   {d:date}     7月3日 or 2024年7月3日; {m:money} 1,800元; {t:time} 10:30; {n:count} digits
//   {name}       a person, an organisation, a thing, as far as the next mark
//   [ ]          may be left out. A step may be followed by tables: what stands after "|".
export const sentences = {
  day_comes: "日历翻到{day:date}。",

  // The first word.
  applies_online: "{who} 在家用手机申请调解：|matter",
  registers: "{who} 登记一件{source:source}：|matter parties",
  registers_group: "{who} 登记一件{source:source}，申请人是一个群体：|matter parties members",
  reports_lead: "{who} 在路上用手机报了一条线索：|matter",
  takes_lead: "{who} 核实了这条线索，征得双方同意后登记为申请，答复信息员{answer*}：|matter parties",
  accepts: "{who} 受理[，类型定为{kind:kind}]。",
  asks: "{who} 问{party}本人的意思（{by:by}）：{consent:consent}。",
  gives_code: "{who} 把查询码交给{party}。",
  wishes: "{who} 凭查询码提出，希望由{mediator}来调解。",

  // To the right door.
  diverts: "{who} 定为{grade:grade}，分流给{organisation}[，理由：{reason*}]。",
  receives: "{who} 签收。",
  appoints: "{who} 请{mediator}主持调解[，理由：{reason*}]。",

  // In the room.
  tells_rights: "{who} 向双方告知权利和义务（{language:tongue}），并说明自己与双方没有利害关系。",
  invites: "{who} 经双方同意，请{guest}（{role*}）一起来。",
  plans: "{who} 约好{day:date} {time:time}在{place*}见面。",
  holds: "{who} 主持{kind:session_kind}[，用{methods:method+}][，{guests+}在场]，结果是{result:session_result}，笔录：{record*}。",
  talks_alone: "{who} 单独和{party}谈[，用{methods:method+}]，封存的笔录：{record*}。",
  looks: "{who} 去现场看，{party}在场，笔录：{record*}。",
  asks_safety: "{who} 单独问{party}安全清单，逐条问完，都没有。",
  hears_danger: "{who} 单独问{party}安全清单，答“有”的是{questions:safety+}，本人说：{own*}。",
  lifts: "{who} 不再需要“{action:safety}”这项措施，理由：{why*}。",
  keeps_offer: "{who} 记下{party}的方案：{amount:money}，事项{issue*}，{own*}。",
  keeps_bottom: "{who} 记下{party}的底线：{amount:money}，{own*}。",
  keeps_statement: "{who} 记下{party}可以转告的话：{own*}。",
  crosses: "{who} 征得{party}本人同意，把这句话原样转告对方：{own*}。",
  raises_risk: "{who} 登记{level:risk_level}风险“{kind:risk_kind}”：{about*}。",
  clears_risk: "{who} 解除这项风险，理由：{why*}。",
  calls: "{who} 召集{organisation}联合调解，请他们：{need*}。",
  call_accepted: "{who} 接受召集。",
  call_arrived: "{who} 登记到场。",
  call_answered: "{who} 答复：{answer*}。",
  call_handed_back: "{who} 办完，交回。",
  host_saw_arrive: "{who} 登记{organisation}已经到场。",
  host_answers: "{who} 代{organisation}记下答复：{answer*}。",
  host_ends: "{who} 结束对{organisation}的召集。",
  pauses: "{who} 中止计时，原因是{reason:pause}。",
  resumes: "{who} 恢复计时。",

  // The agreement.
  drafts: "{who} 起草协议书：|agreement obligations",
  signs_on_paper: "{who} 请{party}在协议书上{manner:signing}。",
  signs_on_phone: "{who} 请{party}签署电子文本。",
  mediator_signs: "{who} 自己签字。",
  seals: "{who} 盖上调委会的印章。",
  agrees_orally: "{who} 登记口头协议：|agreement obligations",
  performs: "{who} 记下{party}做到了{what*}[，付了{amount:money}]，凭据：{evidence*}。",
  confirms: "{who} 和双方一起，向{court}申请司法确认。",
  dockets: "{who} 记下法院立案，案号{number*}。",
  rules: "{who} 记下法院的裁定：{ruling:ruling}。",

  // Afterwards.
  visits: "{who} {by:by}回访[，看出{relapse}]，情况：{findings*}。|answers",
  fills: "{who} 填写《{form}》[（{about}）]：|values",
  archives: "{who} 归档，保管期限是{retention:archive_retention}。",
  reopens: "{who} 因为{reason:reopen}重新立案，之后发生的事：{facts*}。",

  // What must be true then.
  stage_is: "→ 现在的阶段是{stage:stage}。",
  answerable_is: "→ 现在由{organisation}[的{person}]负责，下一步是“{action:action}”[，最迟{due:date}]。",
  number_holds: "→ 编号里有{number*}。",
  clock_ends: "→ “{clock:clock}”到{day:date}为止。",
  sees: "→ {who} 看得到：{words+}。",
  sees_not: "→ {who} 看不到：{words+}。",
  knows_talk_only: "→ {who} 知道有过{kind:session_kind}，内容是封存的。",
  refused_joint: "→ {who} 想让双方坐到一起，系统不允许：{code:refused}。",
  refused_oral: "→ {who} 想登记口头协议，系统不允许：{code:refused}。",
  refused_seal: "→ {who} 想先盖章，系统不允许：{code:refused}。",
  refused_alone: "→ {who} 只替{party}一方申请司法确认，系统不允许：{code:refused}。",
  no_electronic_signature: "→ 这份协议只能写在纸上，没有电子签名这条路。",
  checker_is_silent: "→ 核对协议，没有要改的地方。",
  agreement_effective: "→ 协议从{day:date}起生效[，编号里有{number*}]。",
  promise_is: "→ {what*}这一项：{state:promise}。",
  dossier_whole: "→ 卷宗需要的文书都齐了。",
  both_linked: "→ 新旧两案互相指着对方。",
};
