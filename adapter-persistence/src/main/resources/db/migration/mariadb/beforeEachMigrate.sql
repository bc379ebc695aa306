-- Texts are equal when they are the same characters, as on the other databases: no other case, accent, width or normal
-- form, and no blank at the end, counts as the same. New tables have what their database says, as the connection that
-- makes them knows it.
alter database character set utf8mb4 collate utf8mb4_nopad_bin;
