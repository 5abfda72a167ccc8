namespace FmeTyped;

/// <summary>Refuses names and passwords that cannot be sent in a header.</summary>
internal static class UserNames
{
    public static void Check(string userName, FmeSecret password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name with a colon cannot be sent.", nameof(userName));
        }

        if (password.Value.Length == 0)
        {
            throw new ArgumentException("The password is blank.", nameof(password));
        }
    }
}
