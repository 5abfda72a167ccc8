namespace FmeTyped.Testing.Tests.Resources;

public sealed class FilesTests
{
    [Theory]
    [InlineData("$(NONE)/a.txt")]
    [InlineData("$(FME_SHAREDRESOURCE_DATA)/a.txt/b.txt")]
    [InlineData("$(FME_SHAREDRESOURCE_DATA)")]
    public async Task A_file_lies_in_a_folder_of_a_connection(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_DATA)/a.txt", "1");
        Assert.Throws<ArgumentException>(() => flow.Emulator.Files.Write(path, "2"));
    }

    [Theory]
    [InlineData("$(FME_SHAREDRESOURCE_DATA)/none.txt")]
    [InlineData("$(FME_SHAREDRESOURCE_DATA)/../a.txt")]
    [InlineData("")]
    public async Task A_file_that_is_not_there_cannot_be_read(string path)
    {
        await using Flow flow = await Flow.StartInProcessAsync();
        Assert.Throws<FileNotFoundException>(() => flow.Emulator.Files.OpenRead(path));
        Assert.False(flow.Emulator.Files.Exists(path));
    }

    [Fact]
    public async Task Disposing_of_the_emulator_deletes_the_temporary_files()
    {
        Flow flow = await Flow.StartInProcessAsync();
        flow.Emulator.Files.Write("$(FME_SHAREDRESOURCE_DATA)/a.txt", "1");
        string spool = Assert.Single(flow.Emulator.Files.Paths, path => path.EndsWith("a.txt", StringComparison.Ordinal));
        using (var file = (FileStream)flow.Emulator.Files.OpenRead(spool))
        {
            spool = file.Name;
        }

        Assert.True(File.Exists(spool));
        await flow.DisposeAsync();
        Assert.False(Directory.Exists(Path.GetDirectoryName(spool)));
    }
}
