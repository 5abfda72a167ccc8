using Calls.Fme.Planning;

internal static class MissingRequiredMember
{
    public static ParcelReport Request() => new() { Distance = 25 };
}
