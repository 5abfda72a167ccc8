namespace FmeTyped.Benchmarks.Measuring;

/// <summary>Where the repository is that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FmeTyped.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run this from its build output, inside of the repository.");
    }
}
