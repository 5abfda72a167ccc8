namespace FmeTyped.Tests.Server;

public enum SearchOutcome
{
    Found,
    Absent,
    Unknown,
}
