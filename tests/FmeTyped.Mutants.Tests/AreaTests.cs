namespace FmeTyped.Mutants.Tests;

public class AreaTests
{
    public static TheoryData<string> Names => [.. Area.All.Select(area => area.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_and_test_class_of_an_area_exists(string name)
    {
        Area area = Area.All.Single(area => area.Name == name);
        string[] files = FilesOf(area.Project);
        string[] tests = [.. FilesOf(area.TestProject).Select(file => $"{Path.GetFileName(area.TestProject)}.{file[..^3].Replace('/', '.')}")];

        Assert.All(area.Files, pattern => Assert.Contains(files, (area with { Files = [pattern] }).Has));
        Assert.All(area.Tests.Skip(1), pattern => Assert.Contains(tests, (area with { Files = [pattern] }).Has));
    }

    private static string[] FilesOf(string project)
    {
        string folder = Repository.PathOf(project);
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))];
    }
}
