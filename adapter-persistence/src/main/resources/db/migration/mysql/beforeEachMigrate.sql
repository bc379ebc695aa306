-- Texts are equal when they are the same characters, as on the other databases: no other case, accent, width or normal
-- form counts as the same. Nor does a blank at the end, from 8.0.17 on, which has a collation for that; no older one
-- has. New tables have what their database says.
alter database character set utf8mb4 collate utf8mb4_bin;
/*!80017 alter database character set utf8mb4 collate utf8mb4_0900_bin */;
