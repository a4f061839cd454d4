// The calls of the file. Every command answers with the file as it is afterwards; that answer
// takes the place of the one in the cache.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { client, done, sent } from "../../api";
import type { Division, Organisation } from "../shared/shapes";
import { running } from "./calls";
import type { Catalogue, Contact, FileView, Proposal, ReceiptCode, WhyNotAnswer } from "./types";

export type Verb = "POST" | "PUT" | "DELETE";
type Call = (path: string, init: object) => Promise<{ data?: unknown }>;
// One command form serves forty routes, so the address is a value here and not a type.
const door = client as unknown as Record<Verb | "GET", Call>;

function read<T>(path: string): Promise<T> {
  return done(door.GET(path, {}) as Promise<{ data?: T }>);
}

export const fileKey = (dispute: string, language: string) => ["dispute", dispute, language];

export function useFile(dispute: string) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: fileKey(dispute, i18n.language),
    queryFn: () => read<FileView>(`/disputes/${dispute}`),
    enabled: dispute !== "",
    // Departments that were called act at their own end: whoever waits for them sees it come.
    refetchInterval: ({ state }) => (state.data && running(state.data.dispute).length > 0 ? 15_000 : false),
  });
}

/** Puts the answer of a command in the place of the file that was shown. */
export function useShowFile() {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  return (file: FileView) => {
    queries.setQueryData(fileKey(file.id, i18n.language), file);
    // Lists and the proposal were read before this happened.
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "dispute" && queryKey[0] !== "catalogue" && queryKey[0] !== "me",
    });
  };
}

export function useCatalogue() {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ["catalogue", i18n.language],
    queryFn: () => read<Catalogue>("/catalogue"),
    staleTime: 3_600_000,
  });
}

export function useProposal(dispute: string, version: number) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ["proposal", dispute, version, i18n.language],
    queryFn: () => read<Proposal>(`/disputes/${dispute}/proposal`),
  });
}

/** Why not this mediator? Asked only when somebody is asked about. */
export function useWhyNot(dispute: string, person: string, version: number) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ["proposal", dispute, person, version, i18n.language],
    queryFn: () => read<WhyNotAnswer>(`/disputes/${dispute}/proposal/${person}`),
    enabled: person !== "",
  });
}

export function useOrganisations() {
  return useQuery({
    queryKey: ["organisations"],
    queryFn: async () => (await read<{ organisations: Organisation[] }>("/organisations")).organisations,
    staleTime: 600_000,
  });
}

export function useDivisions(wanted: boolean) {
  return useQuery({
    queryKey: ["divisions"],
    queryFn: async () => (await read<{ divisions: Division[] }>("/divisions")).divisions,
    staleTime: 3_600_000,
    enabled: wanted,
  });
}

export interface Answer {
  file: FileView;
  codes: ReceiptCode[];
}

/** Does a command; `version` is the file that the person saw. */
export async function command(
  verb: Verb,
  path: string,
  body: object | undefined,
  marks: { key: string; version: number },
): Promise<Answer> {
  const answer = (await done(door[verb](path, { ...(body ? { body } : {}), ...sent(marks) }))) as FileView | Answer;
  return "file" in answer ? { file: answer.file, codes: answer.codes ?? [] } : { file: answer, codes: [] };
}

/** The contact of a party, unmasked. The look is written into the audit log. */
export function contactOf(dispute: string, party: string): Promise<Contact> {
  return done(door.POST(`/disputes/${dispute}/parties/${party}/contact`, { body: {} }) as Promise<{ data?: Contact }>);
}

export function newCode(dispute: string, party: string): Promise<ReceiptCode> {
  return done(door.POST(`/disputes/${dispute}/parties/${party}/code`, { body: {} }) as Promise<{ data?: ReceiptCode }>);
}

export function qrOf(code: string): Promise<{ svg: string; link: string }> {
  return done(door.POST("/receipts/qr", { body: { code } }) as Promise<{ data?: { svg: string; link: string } }>);
}
