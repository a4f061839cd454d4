#!/usr/bin/env python3
"""Writes one assembler file that carries the program's files: embed.py ROOT OUTPUT.

The table is sorted by name; src/foundation/embedded.cpp reads it.
"""
import pathlib
import sys

root, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
PLACES = {  # where the files lie -> what they are called in the binary
    "src/storage/migrations": "migrations", "src/api/words": "words",
    "rules": "rules", "forms": "forms", "web/dist": "web",
}
files = sorted((f"{name}/{path.relative_to(root / place).as_posix()}", path.resolve())
               for place, name in PLACES.items()
               for path in (root / place).rglob("*") if path.is_file())
text = ['.section .rodata', '.balign 8']
for number, (_, path) in enumerate(files):
    text += [f'body{number}: .incbin "{path}"', f'end{number}: .byte 0']
for number, (name, _) in enumerate(files):
    text.append(f'name{number}: .asciz "{name}"')
text += ['.section .data.rel.ro,"aw"', '.balign 8', '.global maple_embedded_files', 'maple_embedded_files:']
for number in range(len(files)):
    text.append(f'.quad name{number}, body{number}, end{number} - body{number}')
text += ['.quad 0, 0, 0', '.section .note.GNU-stack,"",@progbits', '']
output.write_text("\n".join(text))
