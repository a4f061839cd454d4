-- A call for joint mediation ends with its dispute at the latest.
UPDATE joint_call SET running = 0, due_at = NULL
 WHERE dispute IN (SELECT id FROM dispute WHERE stage NOT IN ('requested', 'accepted', 'inviting', 'diverted', 'mediating'));
