namespace FmeTyped.Tests.Jobs;

public sealed class AssignedJobIdsTests
{
    [Fact]
    public void The_oldest_ids_are_forgotten_first()
    {
        var ids = new AssignedJobIds([1, 2]);
        for (long id = 3; id <= AssignedJobIds.Most; id++)
        {
            Assert.True(ids.Add(id));
        }

        Assert.False(ids.Add(1));
        Assert.True(ids.Add(AssignedJobIds.Most + 1));
        Assert.False(ids.Add(2));
        Assert.True(ids.Add(1));
    }
}
