namespace FmeTyped.TestKit;

/// <summary>Paths in the repository from which the tests were built.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FmeTyped.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No FmeTyped.sln above {AppContext.BaseDirectory}: run the tests from their build output.");
    }
}
