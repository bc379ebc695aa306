create index dead_letters_of_key on dead_letters (message_key);
