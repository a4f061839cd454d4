// Words that tell of violence or of wanting to die: help is then offered first, calmly. The form
// stays; nothing is sent anywhere because of a word.
const violence =
  /打死|砍|捅|拿刀|动刀|杀了|弄死|家暴|毒打|殴打|掐|威胁|放火|泼汽油|强奸|猥亵|beat(s|ing)? me|kill|knife|stab|rape|threaten|domestic violence/i;
const selfHarm =
  /不想活|想死|自杀|轻生|活不下去|跳楼|喝农药|了结自己|suicid|end my life|want to die|kill myself|self[- ]harm/i;

export type Danger = "violence" | "self_harm";

export function dangersIn(text: string): Danger[] {
  const found: Danger[] = [];
  if (violence.test(text)) found.push("violence");
  if (selfHarm.test(text)) found.push("self_harm");
  return found;
}
