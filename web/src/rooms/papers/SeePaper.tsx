// The paper that the address names, over the page of its file: it stays open when the page is loaded
// again, and when a window is turned or made narrower and the page laid out anew.
import type { FileView } from "../dispute/types";
import { usePapers } from "./list";
import type { Paper, PaperList } from "./shapes";
import { Viewer } from "./Viewer";

const mayErase = (list: PaperList, paper: Paper) =>
  paper.visibility === "side" ? list.may_erase_side : list.may_erase;

export function SeePaper({ file, paper, onClose }: { file: FileView; paper: string; onClose: () => void }) {
  const { data } = usePapers(file.id);
  const seen = data?.papers.find((one) => one.id === paper);
  if (!data || !seen) return null;
  return (
    <Viewer
      key={seen.id}
      file={file}
      paper={seen}
      mayChange={data.may_add}
      mayErase={mayErase(data, seen)}
      onClose={onClose}
    />
  );
}
