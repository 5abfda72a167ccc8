extern alias schema;

// The client has the names of services, too. Which of the two is meant has to be said.
global using ServiceNames = schema::FmeTyped.Schema.Facts.ServiceNames;
