create table store_upkeep (
    task varchar(40) not null,
    done ${text} not null,
    constraint store_upkeep_pk primary key (task)
);
