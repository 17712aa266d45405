"""The commands: what is typed becomes what is printed, played or opened. Imports nothing, so that help is soon."""
