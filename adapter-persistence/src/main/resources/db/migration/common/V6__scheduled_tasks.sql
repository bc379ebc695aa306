-- The table of db-scheduler 16, with the columns, types and indexes that it documents.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(100) not null,
    task_data ${bytes},
    execution_time ${instant} not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success ${instant},
    last_failure ${instant},
    consecutive_failures integer,
    last_heartbeat ${instant},
    version bigint not null,
    priority smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
